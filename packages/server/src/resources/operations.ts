import { operations, read, write } from '../operation.ts'
import { getResource, listResources } from './resource.ts'
import { upsertResources } from './upsert.ts'

export const resources = operations({
  'resources.list': read(listResources),
  'resources.upsert': write(upsertResources),
  'resources.get': read(getResource),
})
