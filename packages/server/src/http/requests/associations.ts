import * as z from 'zod'
import { id, nothing, page } from './fields.ts'

export const associations = {
  'associations.list': { path: nothing, query: page },
  'associations.get': { path: z.strictObject({ association_id: id }), query: nothing },
}
