import { operations, read } from '../operation.ts'
import { listAuditLog } from './list.ts'

export const auditLogs = operations({
  'auditLogs.list': read(listAuditLog),
})
