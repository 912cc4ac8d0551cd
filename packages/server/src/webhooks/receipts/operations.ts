import { operations, read, write } from '../../operation.ts'
import { createReceipt } from './create.ts'
import { getReceipt, listReceipts } from './list.ts'
import { remindOfReceipt } from './remind.ts'
import { settleReceipt } from './settle.ts'

export const receipts = operations({
  'receipts.create': write(createReceipt),
  'receipts.list': read(listReceipts),
  'receipts.get': read(getReceipt),
  'receipts.remind': write(remindOfReceipt),
  'receipts.settle': write(settleReceipt),
})
