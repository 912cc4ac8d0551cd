export type MeasureName = 'unlink' | 'list' | 'search' | 'offboard' | 'dissolve' | 'claim' | 'memory' | 'database'

/** The measures of the growth, each with its plot: its name, the title, the unit, and the counted things on the horizontal axis. */
export const measures: readonly { name: MeasureName; title: string; unit: string; of: string }[] = [
  { name: 'unlink', title: 'organization.unlink', unit: 'ms, median', of: 'associations' },
  { name: 'list', title: 'members.list, first page of 50', unit: 'ms, median', of: 'members' },
  { name: 'search', title: 'members.list with q, one hit', unit: 'ms, median', of: 'members' },
  { name: 'offboard', title: 'offboardings.create', unit: 'ms, median', of: 'members' },
  { name: 'dissolve', title: 'dissolution', unit: 'members a second', of: 'members' },
  { name: 'claim', title: 'delivery of a backlog to 100 endpoints', unit: 'deliveries a second', of: 'deliveries due' },
  { name: 'memory', title: 'resident memory of the server, after all of these', unit: 'MiB', of: 'members' },
  { name: 'database', title: 'size of the database', unit: 'MiB', of: 'members, associations and deliveries' },
]
