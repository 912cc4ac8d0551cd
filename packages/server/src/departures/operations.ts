import { operations, read } from '../operation.ts'
import { getDeparture, listDepartures, listReceiptsOfDeparture } from './departure.ts'
import { reportHandover } from './handover-report.ts'

export const departures = operations({
  'departures.list': read(listDepartures),
  'departures.get': read(getDeparture),
  'departures.getHandover': read(reportHandover),
  'departures.listReceipts': read(listReceiptsOfDeparture),
})
