/** The texts that every screen shares, in English. */
export const texts = {
  sendoff: 'Sendoff',
  sandbox: 'Sandbox',
  skip: 'Skip to content',

  nav: {
    title: 'Navigation',
    menu: 'Menu',
    you: 'You',
    organization: 'Organisation',
    home: 'Home',
    notifications: 'Notifications',
    profile: 'Profile',
    security: 'Security centre',
    former: 'Former accounts',
    contacts: 'Contacts',
    administrators: 'Administrators',
    leave: 'Leave',
    applications: 'My applications',
    administration: 'Administration',
    reviews: 'Applications',
    unread: (count: number) => (count === 1 ? '1 unread' : `${count} unread`),
  },

  account: {
    menu: 'Account',
    current: 'Current account',
    switchTo: 'Switch account',
    personal: 'Personal account',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    times: 'Times',
    zones: { local: 'Local', utc: 'UTC' },
    keys: 'Keyboard shortcuts',
  },

  palette: {
    open: 'Search and go',
    label: 'Go to a screen or account',
    none: 'Nothing matches.',
    go: 'Go to',
    account: (name: string) => `Switch to ${name}`,
  },

  keys: {
    title: 'Keyboard shortcuts',
    palette: 'Search and go to a screen',
    help: 'Show these shortcuts',
    close: 'Close what is open',
    tab: 'Move between links, buttons and fields',
  },

  signedOut: {
    title: 'Sendoff Console',
    lead: 'Leave an organisation, see what becomes of your things, and find out who can help.',
    signIn: 'Sign in',
    signInAgain: 'Sign in again',
    why: 'Why is my account gone?',
    whyDetail:
      'Sign in with your email or phone and password. The next page lists your former accounts, the reason for each, and who to contact.',
    forgotten: 'Forgotten your password? The sign-in page sends you a code.',
    failed: 'The sign-in was not completed in this browser. Please try again.',
    others: 'Continue with another account',
    sandboxHint: 'The names and passwords of the demo are in .sendoff/sandbox.json.',
    password_changed: {
      title: 'Your password was changed',
      detail: 'Every earlier sign-in has ended. Sign in with the new password.',
    },
    session_ended: {
      title: 'You have been signed out',
      detail: 'This sign-in was ended or has expired.',
    },
    unreachable: {
      title: 'Sendoff can’t be reached',
      detail: 'Check your connection, then try again. Nothing was changed.',
    },
    departed: {
      title: (organization: string) => `Your account at ${organization} is gone`,
      titlePersonal: 'This account is gone',
      detailPersonal: 'It was deregistered and can’t be restored. Your other accounts are not affected.',
      restorable: 'An administrator can restore it until',
      final: 'It can’t be restored.',
      ask: 'Who to contact',
    },
    restricted: {
      title: (organization: string) => `Your account at ${organization} is restricted`,
      detail: (condition: string) =>
        `Its condition is “${condition}”. Only an administrator can change that, or see you off.`,
    },
  },

  departure: {
    by: {
      self: 'You left',
      admin: 'An administrator removed your account',
      app: 'Your organisation’s software removed your account',
      system: 'The organisation was dissolved',
    },
    reason: 'Reason',
  },

  roles: { founder: 'Founder', admin: 'Administrator', member: 'Member' },
  conditions: { normal: 'Normal', frozen: 'Frozen', banned: 'Banned', suspended: 'Suspended', abnormal: 'Abnormal' },
  reasons: {
    position_change: 'Change of position',
    resignation: 'Resignation',
    joined_by_mistake: 'Joined by mistake',
    restructuring: 'Restructuring',
    other: 'Other',
    no_longer_used: 'No longer used',
    created_by_mistake: 'Created by mistake',
  } as Record<string, string>,

  banner: {
    offline: 'You are offline. What you see may be out of date.',
    dissolving: (organization: string) => `${organization} will be dissolved`,
    dissolvingDetail: 'Every account in it ends then and can’t be restored. The founder can cancel it until that time.',
  },

  states: {
    loading: 'Loading',
    retry: 'Try again',
    again: (seconds: number) => (seconds === 1 ? 'Try again in 1 second' : `Try again in ${seconds} seconds`),
    unreachable: 'Sendoff did not answer',
    unreachableDetail:
      'Check your connection, then try again. If you had sent something, sending it again won’t do it twice.',
    refused: 'That wasn’t possible',
    refusedRead: 'This can’t be shown',
    broken: 'Something went wrong in this page',
    old: 'A newer version of the console is available',
    oldDetail: 'Reload the page to use it.',
    reload: 'Reload',
    requestId: 'Request',
    copy: 'Copy',
    copied: 'Copied',
    notFound: 'This page does not exist',
    notFoundDetail: 'The address may be mistyped, or it belongs to another account of yours.',
    home: 'Go to the first page',
    more: 'Show more',
  },

  remedies: {
    contact_admin: 'See who can help',
    retry: 'Try again in a moment.',
    transfer_founder: 'Transfer the role of founder to another member first.',
    dissolve: 'You are the only member: dissolve the organisation instead.',
    set_another_admin: 'Make another member an administrator first.',
    apply_to_leave: 'Apply to leave',
    restore_or_rehire: 'An administrator can restore the account.',
  },

  form: {
    required: 'Fill in this field.',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    saved: 'Saved.',
    password: 'Your password',
    passwordHint: 'It confirms that it is you.',
    working: 'Working…',
    faults: 'Please check these fields.',
  },
}

/** The shared texts; a language that lacks one does not compile. */
export type Texts = typeof texts
