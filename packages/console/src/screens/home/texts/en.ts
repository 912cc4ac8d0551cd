/** The texts of the first screen, in English. */
export const texts = {
  title: (name: string) => `Hello, ${name}`,
  leadOrganization: (organization: string) => `You are acting with your account at ${organization}.`,
  leadPersonal: 'You are acting with your personal account.',
  waiting: 'Waiting for you',
  nothing: 'Nothing is waiting for you.',
  invited: (organization: string) => `“${organization}” says that you are a member`,
  invitedDetail: 'Its name has not been verified. Until you accept, it learns nothing about you.',
  accept: 'Accept',
  decline: 'Decline',
  approved: 'Your application to leave was approved',
  approvedDetail: 'Confirm with your password, or stay.',
  pending: 'Your application to leave is waiting for a decision',
  reviews: (count: number) =>
    count === 1
      ? 'An application to leave waits for your decision'
      : `${count} applications to leave wait for your decision`,
  reviewsDetail: 'Read the reasons, and approve or reject.',
  open: 'Open',
  until: 'Until',
  since: 'Since',
  news: 'Latest notifications',
  allNews: 'All notifications',
  accounts: 'Your accounts',
  accountsLead: 'One sign-in can have several accounts. Leaving with one of them changes nothing in the others.',
  current: 'Current',
  switchTo: 'Switch',
  joined: 'since',
}

export type Texts = typeof texts
