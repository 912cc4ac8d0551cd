import { html } from 'hono/html'

/** The texts of the pages, in English. */
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
    incorrect: 'Wrong email, phone or password.',
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
    none: 'You no longer have an account.',
    noneYet: 'You have no account yet.',
    whom: 'Who to contact',
    nobody: 'The organisation has no administrator who can be reached.',
    gone: 'Former accounts',
    changed: 'This account can no longer be used here. Choose another one.',
    refused: {
      restricted: 'The account is restricted. An administrator of the organisation can help.',
      not_administrator:
        'Only the founder and administrators can authorise this app for the organisation. Contact one of them.',
      personal: 'This app is for organisations, and a personal account does not belong to one.',
      dissolving: 'The organisation is being dissolved and can’t authorise more apps.',
      full: 'The organisation has reached its limit of authorised apps. End the authorisation of one first.',
      other_organization: 'This app is only for members of the organisation that made it.',
      not_asked_for: 'The app asked for a different organisation.',
      no_permission: 'Your role has none of the permissions that the app asks for. An administrator can help.',
    },
  },

  invitations: {
    title: 'Invitations',
    lead: 'These organisations say that you are a member. Their names have not been verified. Accept only invitations that you expected; until then, an organisation learns nothing about you.',
    none: 'There are no invitations waiting for you.',
    waiting: (count: number) =>
      count === 1
        ? 'One organisation says that you are a member.'
        : `${count} organisations say that you are a member.`,
    show: 'View and respond',
    unconfirmed: 'Not verified',
    accept: 'Accept',
    decline: 'Decline',
    block: 'Decline and block',
    back: 'Back to your accounts',
    changed: 'This invitation no longer exists.',
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
    restorable: (date: string) => `An administrator can restore it until ${date}.`,
    final: 'It can’t be restored.',
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
    as: 'Acting as',
    change: 'Choose another account',
    weights: { see: 'View only', change: 'Make changes', final: 'Can’t be undone' },
    withheld: 'Not granted, because your role does not allow it',
    lasts: 'This authorisation belongs to your organisation and lasts until an administrator ends it.',
    replaces: 'It replaces your organisation’s earlier authorisation of this app.',
    back: (host: string) => html`You will then return to <strong>${host}</strong>.`,
    allow: 'Allow',
    refuse: 'Refuse',
  },

  recover: {
    title: 'Set a new password',
    lead: 'We will send you a code to confirm that the address is yours.',
    submit: 'Send code',
    back: 'Back to sign in',
    codeTitle: 'Enter the code',
    codeLead: (address: string) =>
      html`If <strong>${address}</strong> can be used to sign in, a code is on its way there. It is valid for ten minutes.`,
    code: 'Code',
    newPassword: 'New password',
    newPasswordHint: 'At least 10 characters.',
    setPassword: 'Set password',
    resend: 'Send another code',
    codeInvalid: 'The code is wrong or has expired. You can request another one.',
    passwordInvalid: 'The password must have 10 to 200 characters.',
    unreachable: 'This server can’t send codes to phones. Use your email, or ask an administrator.',
  },

  link: {
    title: 'Set your password',
    lead: 'The operator of this server has created your sign-in. Choose a password for it.',
    doneTitle: 'Your password is set',
    done: (address: string) => html`From now on, sign in with <strong>${address}</strong> and this password.`,
    console: 'Go to the console',
  },

  cancel: (app: string) => `Cancel and return to ${app}`,

  problems: {
    expired: {
      title: 'This sign-in has expired',
      body: 'It took too long or was already completed. Go back to the app and start again.',
    },
    link_expired: {
      title: 'This link is no longer valid',
      body: 'It was used already, or is older than a day. Ask the operator of this server for a new one.',
    },
    foreign: {
      title: 'This sign-in belongs to another browser',
      body: 'This page was opened without the cookie of the sign-in. Cookies may be blocked, the link may come from another browser, or too much time has passed. Go back to the app and start again in this browser.',
    },
    finished: {
      title: 'Sign-in completed',
      body: 'You completed this sign-in in another tab or window. You can close this one.',
    },
    forged: {
      title: 'Please try again',
      body: 'The form was not sent from this page, or the page was open for too long. Nothing was changed. Go back, reload the page and try again.',
    },
    unknown_client: {
      title: 'Unknown app',
      body: 'The link that brought you here names an app that this server does not know, or an address that the app has not registered. Nothing was shared. Please tell the app’s operator.',
    },
    invalid_request: {
      title: 'This link is not valid',
      body: 'The app’s request could not be understood. Nothing was shared. Please tell the app’s operator.',
    },
    too_many_attempts: {
      title: 'Too many attempts',
      body: 'To protect the account, no further attempts are accepted for now.',
    },
    too_many_requests: {
      title: 'Too many sign-ins',
      body: 'Too many sign-ins were started from this network within a minute. Nothing was changed.',
    },
    unavailable: {
      title: 'Sendoff is not available right now',
      body: 'Nothing was changed. Please try again in a moment.',
    },
    failed: {
      title: 'Something went wrong',
      body: 'This is our fault, and nothing was shared with the app. Please try again.',
    },
    not_found: { title: 'Page not found', body: 'Go back to the app and start again.' },
    unreadable: { title: 'The form could not be read', body: 'Go back, reload the page and try again.' },
  },
  retryIn: (time: string) => html`Try again in <strong>${time}</strong>.`,
  retry: 'Try again',
  requestId: 'Request',
}

/** The texts of the pages, in one language. */
export type Texts = typeof en
