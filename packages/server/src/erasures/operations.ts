import { operations, read, readAnywhere, write, writeAnywhere } from '../operation.ts'
import { createErasure } from './create.ts'
import { getErasure, listErasures } from './erasure.ts'
import { requestErasure } from './requests/ask.ts'
import { grantRequest, refuseRequest } from './requests/decide.ts'
import { listMyRequests } from './requests/mine.ts'
import { listRequests } from './requests/request.ts'

export const erasures = operations({
  'erasures.create': write(createErasure),
  'erasures.list': read(listErasures),
  'erasures.get': read(getErasure),
  'erasureRequests.list': read(listRequests),
  'erasureRequests.grant': write(grantRequest),
  'erasureRequests.refuse': write(refuseRequest),
  'me.requestErasure': writeAnywhere(requestErasure),
  'me.listErasureRequests': readAnywhere(listMyRequests),
})
