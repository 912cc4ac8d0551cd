import { html } from 'hono/html'

/** What the pages say, in English. */
export const en = {
  lang: 'en' as 'en' | 'zh-CN',
  sendoff: 'Sendoff',
  languages: 'Language',
  sandbox: 'Sandbox: demo data only. The passwords are in sandbox.json.',
  sandboxCodes: 'The sandbox sends nothing: read the code at /v1.0/sandbox/verification-codes.',
  by: (organization: string) => `An app by ${organization}`,
  date: (time: Date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(time),
  wait: (seconds: number) => {
    const minutes = Math.ceil(seconds / 60)
    return minutes === 1 ? 'one minute' : `${minutes} minutes`
  },

  signIn: {
    title: 'Sign in',
    lead: (app: string) => html`to continue to <strong>${app}</strong>`,
    login: 'Email or phone',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'Forgot your password?',
    recovered: 'Your new password is set. Sign in with it.',
    again: 'Please sign in again to continue.',
    incorrect: 'The email or phone and the password do not belong together.',
    incomplete: 'Enter your email or phone, and your password.',
    noAddress: 'Enter an email address, or a phone number with its country code, such as +86 138 0013 8000.',
  },

  accounts: {
    title: 'Choose an account',
    lead: (app: string) => html`Which account do you want to use with <strong>${app}</strong>?`,
    leadAuthorize: (app: string) => html`For which organisation do you want to authorise <strong>${app}</strong>?`,
    signedInAs: 'Signed in as',
    other: 'Use another sign-in',
    personal: 'Personal account',
    unusable: 'Not available here',
    noneForApp: 'None of your accounts can be used with this app.',
    none: 'You have no account any more.',
    noneYet: 'You have no account yet.',
    whom: 'Whom to ask',
    nobody: 'The organisation has no administrator who can be reached.',
    gone: 'Accounts that are gone',
    changed: 'This account can no longer be used here. Choose another one.',
    refused: {
      restricted: 'The account is restricted. An administrator of the organisation can help.',
      not_administrator:
        'Only the founder and administrators can authorise this app for the organisation. Ask one of them.',
      personal: 'This app works for organisations. A personal account belongs to none.',
      dissolving: 'The organisation is being dissolved and authorises no more apps.',
      full: 'The organisation has authorised as many apps as it may. End the authorisation of one first.',
      other_organization: 'This app is for members of the organisation that made it.',
      not_asked_for: 'The app asks for another organisation.',
      no_permission: 'Your role allows nothing of what the app asks for. An administrator can help.',
    },
  },

  invitations: {
    title: 'Invitations',
    lead: 'These organisations say that you are a member. Nobody has checked their names. Accept only what you expected: until you do, an organisation learns nothing about you.',
    none: 'No organisation is waiting for your answer.',
    waiting: (count: number) =>
      count === 1
        ? 'One organisation says that you are a member.'
        : `${count} organisations say that you are a member.`,
    show: 'Look and answer',
    unconfirmed: 'Not confirmed',
    accept: 'Accept',
    decline: 'Decline',
    block: 'Decline and block',
    back: 'Back to your accounts',
    changed: 'This invitation is not there any more.',
  },

  departed: {
    by: {
      self: 'You left',
      admin: 'An administrator removed your account',
      app: 'Your organisation’s software removed your account',
      system: 'The organisation was dissolved',
    },
    approved: 'You left after your application was approved',
    told: (how: string, date: ReturnType<typeof html>) => html`${how} on ${date}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    reasons: {
      position_change: 'Change of position',
      resignation: 'Resignation',
      joined_by_mistake: 'Joined by mistake',
      restructuring: 'Restructuring',
      other: 'Other',
      no_longer_used: 'No longer used',
      created_by_mistake: 'Created by mistake',
    } as Record<string, string>,
    restorable: (date: string) => `An administrator can bring it back until ${date}.`,
    final: 'It can’t be brought back.',
  },

  roles: { founder: 'Founder', admin: 'Administrator', member: 'Member' },
  conditions: {
    normal: 'Normal',
    frozen: 'Frozen',
    banned: 'Banned',
    suspended: 'Suspended',
    abnormal: 'Abnormal',
  },

  consent: {
    titleAuthorize: (app: string, organization: string) => `Authorise ${app} for ${organization}`,
    title: (app: string) => `Allow ${app} to act for you`,
    leadAuthorize: (app: string, organization: string) =>
      html`<strong>${app}</strong> asks for these permissions in <strong>${organization}</strong>.`,
    lead: (app: string) => html`<strong>${app}</strong> asks for these permissions to act with your account.`,
    as: 'You decide as',
    change: 'Choose another account',
    weights: { see: 'View only', change: 'Make changes', final: 'Can’t be undone' },
    withheld: 'Not granted, because your role does not allow it',
    lasts: 'The authorisation is your organisation’s and lasts until an administrator ends it.',
    replaces: 'It replaces what your organisation has authorised for this app before.',
    back: (host: string) => html`After that you return to <strong>${host}</strong>.`,
    allow: 'Allow',
    refuse: 'Refuse',
  },

  recover: {
    title: 'Set a new password',
    lead: 'We send you a code that proves that the address is yours.',
    submit: 'Send the code',
    back: 'Back to sign in',
    codeTitle: 'Enter the code',
    codeLead: (address: string) =>
      html`If somebody signs in with <strong>${address}</strong>, a code is on its way there. It is valid for ten minutes.`,
    code: 'Code',
    newPassword: 'New password',
    newPasswordHint: 'At least 10 characters.',
    setPassword: 'Set the password',
    resend: 'Send another code',
    codeInvalid: 'The code is wrong or no longer valid. You may ask for another one.',
    passwordInvalid: 'A password has 10 to 200 characters.',
    unreachable: 'This server can’t send codes to phones. Use your email, or ask an administrator.',
  },

  cancel: (app: string) => `Cancel and return to ${app}`,

  problems: {
    expired: {
      title: 'This sign-in has expired',
      body: 'It took too long, or it was finished already. Go back to the app and start again.',
    },
    foreign: {
      title: 'This sign-in belongs to another browser',
      body: 'The page was opened without the cookie with which the sign-in began. Cookies may be blocked, the link was copied, or it is too long ago. Go back to the app and start again in this browser.',
    },
    finished: {
      title: 'Already finished',
      body: 'You finished this sign-in in another tab or window. You can close this one.',
    },
    forged: {
      title: 'Please try again',
      body: 'The form was not sent from this page, or the page had become too old. Nothing was done. Go back, load the page again and try once more.',
    },
    unknown_client: {
      title: 'This app is unknown',
      body: 'The link that brought you here names no app of this server, or an address that the app has not registered. Nothing was shared. Tell whoever runs the app.',
    },
    invalid_request: {
      title: 'This link is not valid',
      body: 'The app’s request can’t be understood. Nothing was shared. Tell whoever runs the app.',
    },
    too_many_attempts: {
      title: 'Too many attempts',
      body: 'To protect the account, no further attempt is looked at for now.',
    },
    too_many_requests: {
      title: 'Too many sign-ins at once',
      body: 'More sign-ins were begun from this network than are taken in a minute. Nothing was done.',
    },
    unavailable: {
      title: 'Sendoff is not available right now',
      body: 'Nothing was changed. Please try again in a moment.',
    },
    failed: {
      title: 'Something went wrong',
      body: 'The mistake is ours, and nothing was shared with the app. Please try again.',
    },
    not_found: { title: 'There is no such page', body: 'Go back to the app and start again.' },
    unreadable: { title: 'The form could not be read', body: 'Go back, load the page again and try once more.' },
  },
  retryIn: (time: string) => html`Try again in <strong>${time}</strong>.`,
  retry: 'Try again',
  requestId: 'Request',
}

/** What the pages say. */
export type Texts = typeof en
