/** The texts of the inbox of applications, in English. */
export const texts = {
  title: 'Applications',
  lead: 'Members who ask to leave. Whoever is approved still has to confirm with their password.',
  show: 'Show',
  awaiting: 'Waiting for me',
  statuses: {
    pending: 'Waiting for a decision',
    approved: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    confirmed: 'Confirmed',
    expired: 'Expired',
  },
  all: 'All',
  none: 'No application is waiting for you.',
  noneOther: 'There is no such application.',
  sent: 'Sent',
  approve: 'Approve',
  reject: 'Reject',
  approveNamed: (name: string) => `Approve the application of ${name}?`,
  rejectNamed: (name: string) => `Reject the application of ${name}?`,
  approveDetail: 'They get a notification and have 14 days to confirm. Until then they stay a member.',
  rejectDetail: 'They stay a member and get a notification with your comment.',
  comment: 'Comment (optional)',
  commentHint: 'The applicant reads it.',
}

export type Texts = typeof texts
