import { operations, read, write } from '../operation.ts'
import { createDepartment } from './create.ts'
import { deleteDepartment, previewDelete } from './delete.ts'
import { getDeletion } from './deletion.ts'
import { getDepartment, listDepartments } from './department.ts'
import { updateDepartment } from './update.ts'

export const departments = operations({
  'departments.list': read(listDepartments),
  'departments.create': write(createDepartment),
  'departments.get': read(getDepartment),
  'departments.update': write(updateDepartment),
  'departments.delete': write(async (work, actor, call) => {
    const body = await deleteDepartment(work, actor, call)
    return body.status === 'completed' ? { status: 200, body } : { status: 202, body }
  }),
  'departments.getDeletion': read(getDeletion),
  'departments.previewDelete': read(previewDelete),
})
