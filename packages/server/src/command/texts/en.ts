import type { RotationStep } from '../../keys/follow-rotation.ts'

const list = (items: readonly unknown[]) => items.join(', ')

/** The English texts. Their type is that of every language. */
export const en = {
  brief: 'Runs Sendoff',
  description:
    'Settings: the environment, then sendoff.config.json (--config names another file). Exit codes: 0 done, 1 refused or something is wrong, ' +
    "2 wrong use, 3 the database can't be used, 4 recorded, but no server has taken it up yet.",
  see: 'See sendoff-server --help.',
  flags: {
    config: 'Configuration file; by default sendoff.config.json in the working folder, if it is there',
    json: 'Print JSON',
    quiet: 'Print results and errors only',
    lang: 'Language: en or zh-CN',
    color: 'Colours: auto, always or never',
    yes: 'Do it without asking',
    org: 'Organisation, org_…',
    reason: 'Reason, at most 500 characters',
  },
  errors: {
    settings: (lines: string) => `The settings are wrong:\n${lines}`,
    database: (reason: string) => `The database can't be used: ${reason}`,
    noSuchTable: 'The database was never set up. Start a server, or run sendoff-server migrate.',
    needsLive: 'This is for live mode. A sandbox has its people and organisations already.',
    reason: 'it must have 1 to 500 characters, without control characters',
  },
  start: { brief: 'Start the server' },
  migrate: {
    brief: 'Set up the database, or bring it to this version, without starting',
    done: (count: number) =>
      count === 0 ? 'The database has this version.' : `The database has this version now: ${count} migrations.`,
  },
  check: {
    brief: 'Check the configuration, and try everything that it names',
    ok: 'ok',
    warning: 'warning',
    wrong: 'WRONG',
    names: {
      settings: 'settings',
      folder: 'data directory',
      database: 'database',
      master_key: 'master key',
      clock: 'clock',
      mail: 'mail',
      port: 'port',
      issuer: 'issuer',
      proxy: 'proxy',
    },
    summary: (wrong: number, warnings: number) =>
      wrong + warnings === 0 ? 'Everything is in order.' : `${wrong} wrong, ${warnings} to look at.`,
    settings: {
      sound: (mode: string, file: string | undefined) =>
        `${mode} mode${file ? `, with ${file}` : ', from the environment alone'}`,
      doIt: 'Set it in the environment or in sendoff.config.json. docs/settings.md describes it.',
      unknown: (name: string) => `${name} is not a setting`,
      meant: (near: string) => `Set ${near}, if that is meant.`,
      readable: (path: string) => `${path} holds secrets, and other users of this machine may read it`,
      chmod: (path: string, mode: string) => `chmod ${mode} ${path}`,
    },
    folder: {
      missing: (path: string) => `${path} will be created by the first start`,
      noParent: (path: string) => `${path} can't be created by this user`,
      notADirectory: (path: string) => `${path} is not a directory`,
      notWritable: (path: string) => `this user may not write to ${path}`,
      open: (path: string, mode: string) => `other users of this machine may open ${path} (mode ${mode})`,
      owner: (path: string, owner: number, own: number) => `${path} belongs to user ${owner}, and this is user ${own}`,
      full: (path: string, mebibytes: number) => `${path} has only ${mebibytes} MiB left`,
      fine: (path: string) => `${path}, for this user alone`,
      chooseOther: 'Set SENDOFF_DATA_DIR to a directory of this user, on a local disk.',
      makeRoom: 'Make room: on a full disk every write answers 503.',
      runAsOwner: 'Run this and the server as the same user.',
    },
    database: {
      willBeMade: 'a new SQLite database will be set up by the first start',
      empty: 'it is empty, and will be set up by the first start',
      pending: (count: number) => `${count} migrations will run at the next start`,
      newer: (names: readonly string[]) => `it is of a newer version of the server (${list(names)})`,
      useNewer: 'Use the newer version. There is no way back; a backup from before the upgrade is the other way.',
      otherMode: (mode: string) => `it is that of a ${mode === 'live' ? 'live installation' : 'sandbox'}`,
      setOther: 'Set DATABASE_URL or SENDOFF_DATA_DIR to another one, or SENDOFF_MODE to its mode.',
      unreachable: (reason: string) => `it does not answer: ${reason}`,
      restoreBackup:
        'Check that this user may read and write sendoff.sqlite; if it is damaged, restore a backup: sendoff-server restore.',
      checkUrl:
        'Check host, port, user and password of DATABASE_URL, and whether PostgreSQL admits this machine (pg_hba.conf).',
      encoding: (name: string) => `its encoding is ${name}`,
      makeUtf8: "Create the database with ENCODING 'UTF8'.",
      old: (version: string) => `PostgreSQL ${version} is older than the tested one, 18`,
      upgrade: 'Upgrade PostgreSQL.',
      mayNotCreate: (user: string) => `the user ${user} may not create tables in it`,
      grant: (user: string) => `GRANT CREATE, USAGE ON SCHEMA public TO ${user}`,
      fine: (kind: string, ms: number) => `${kind}, at this version, answers in ${ms} ms`,
    },
    masterKey: {
      wrong: 'the keys in the database were encrypted with another one',
      restore: "Restore SENDOFF_MASTER_KEY from its backup: without it the database can't be used.",
      fine: 'it opens the keys in the database',
      unused: 'the database holds no keys yet',
    },
    clock: {
      off: (who: string, seconds: number) =>
        `the clock of ${who} is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's`,
      database: 'the database',
      issuer: 'whoever answers at the issuer',
      sync: 'Run a time service (chrony, systemd-timesyncd) on both: tokens and signatures go by the clock.',
      fine: "within a second of the database's",
      alone: 'the database is on this machine, with the same clock',
    },
    mail: {
      fine: (host: string) => `${host} takes the sign-in of this server; no mail was sent`,
      failed: (host: string, reason: string) => `${host} refuses: ${reason}`,
      unreachable: (host: string, reason: string) => `${host} can't be reached: ${reason}`,
      credentials: 'Check user and password in SENDOFF_SMTP_URL; characters such as @ and / must be percent-encoded.',
      address:
        'Check host and port of SENDOFF_SMTP_URL: smtps:// for 465, smtp:// for 587. Many providers block port 25.',
      tls: 'Give the server a valid certificate, or name its authority in NODE_EXTRA_CA_CERTS.',
    },
    port: {
      free: (address: string) => `${address} is free`,
      running: (address: string) => `this server runs on ${address}`,
      taken: (address: string) => `another program listens on ${address}`,
      forbidden: (address: string) => `this user may not listen on ${address}`,
      absent: (address: string) => `this machine does not have the address ${address}`,
      chooseOther: 'Set PORT or SENDOFF_HOST to another one, and point the proxy there.',
    },
    issuer: {
      fine: (issuer: string) => `${issuer} leads to this server`,
      elsewhere: (issuer: string) => `${issuer} leads to another server with this issuer`,
      other: (issuer: string, said: string) => `${issuer} leads to another installation, ${said}`,
      status: (issuer: string, status: number) => `${issuer} answers ${status} in place of this server`,
      redirect: (issuer: string, to: string) => `${issuer} redirects to ${to}`,
      setIssuer: 'Set SENDOFF_ISSUER to the final address: clients compare it as text.',
      unreachable: (issuer: string, reason: string) => `${issuer} can't be reached: ${reason}`,
      certificate: (issuer: string, reason: string) => `the certificate of ${issuer} is not accepted: ${reason}`,
      point: (address: string) => `Point the proxy for this name to ${address}.`,
      dns: 'Create the DNS record of the name, and let the proxy listen on port 443.',
      renew:
        'Have the proxy fetch a certificate for the name. One of your own authority must be named in NODE_EXTRA_CA_CERTS.',
      none: 'there is none: the sandbox takes the address on which it listens',
    },
    proxy: {
      trusted: (peer: string) => `${peer} is trusted, and names the callers`,
      untrusted: (peer: string) => `${peer} names the callers in X-Forwarded-For, and is not trusted`,
      trust: (peer: string) =>
        `Add it: SENDOFF_TRUSTED_PROXIES=${peer}, so that limits count callers, and not the proxy.`,
      silent: (peer: string) => `${peer} does not name the callers`,
      forward: "Have the proxy append the caller's address to X-Forwarded-For.",
      direct: 'no proxy is in between',
    },
    balancer: {
      title: 'For the balancer or proxy in front:',
      lines: (is: Balancer) => [
        `send requests to ${is.upstream}, over HTTP/1.1`,
        `take a server in while ${is.readiness} answers 200; restart it when ${is.liveness} does not answer`,
        `close idle connections after less than ${is.idle_timeout_below_seconds} s`,
        `wait for an answer for at least ${is.response_timeout_seconds} s, and never buffer text/event-stream (a line at least every ${is.stream_interval_seconds} s)`,
        `accept bodies of up to ${is.body_bytes / 1024 / 1024} MiB, and compressed answers`,
        `append the caller to X-Forwarded-For; pass Authorization, DPoP, Idempotency-Key, traceparent, X-Request-Id and cookies on unchanged`,
        `keep /metrics inside; give a server that stops ${is.stop_seconds} s`,
      ],
    },
  },
  admin: {
    group: 'People who administer',
    create: 'Create the first person and organisation of an empty installation',
    createMore:
      'Prints a link with which the person sets their password, once, within a day. With --password the password is asked for, or read from standard input.',
    link: 'Print a new link for a person who has no password yet',
    email: 'Email of the person, with which they sign in',
    name: 'Name of the person',
    organization: 'Name of the organisation',
    password: 'Ask for the password, or read it from standard input, in place of a link',
    another: 'Allow it on an installation that has people or organisations already',
    askPassword: 'Password (10 to 200 characters): ',
    wrongPassword: 'The password must have 10 to 200 characters',
    created: (name: string, account: string, organization: string, org: string) =>
      `${name} (${account}) is the founder of ${organization} (${org}).`,
    setPassword: (until: string) => `This link sets the password, once, until ${until}:`,
    withPassword: 'The password is set.',
    refused: {
      not_empty:
        'This installation has people or organisations already, so nothing was created. They add others themselves; --another creates one more.',
      address_taken: 'Somebody signs in with this address already, so nothing was created.',
      nobody: 'Nobody signs in with this address.',
      has_password: 'This person has a password. They set a new one by mail, with “Forgot your password?”.',
    },
  },
  keys: {
    group: 'Signing keys',
    rotate: 'Rotate the signing keys of a running installation',
    wait: 'Wait until the new keys sign',
    purposes: { access_token: 'Access tokens', webhook: 'Webhooks' } as Record<string, string>,
    steps(is: RotationStep): string {
      if (is.step === 'under_way') return 'A rotation is under way already; no other one is begun.'
      if (is.step === 'requested') return 'The servers are asked to rotate their keys.'
      if (is.step === 'unanswered') return 'No server has answered. The next one that runs on this database will begin.'
      if (is.step === 'by_itself') return 'The servers do this by themselves; nothing has to be waited for.'
      const purpose = en.keys.purposes[is.purpose]
      if (is.step === 'signs') return `${purpose}: ${list(is.kids)} signs.`
      if (is.step === 'retired') return `  ${is.kid} verifies what it has signed, and is removed at ${is.removed_at}.`
      return `${purpose}: the next key ${is.kid} is published, for everybody who keeps the key set to get it.\n  From ${is.signs_at} on it signs, and ${is.active} only verifies.`
    },
  },
  dueWork: {
    brief: 'List the due work that fails',
    retry: 'Have it tried again now',
    none: 'No due work fails.',
    line: (id: string, kind: string, org: string, subject: string, failures: number, next: string) =>
      `${id} ${kind} of ${org}: ${subject}, failed ${failures} times, next at ${next}`,
    retried: (count: number) => `${count} will be tried again now.`,
  },
  legalHolds: {
    brief: 'List the legal holds of an organisation, or release one of a dissolved organisation',
    release: 'Hold to release, lgh_…',
    needsReason: 'Give --reason with --release',
    none: 'No legal hold stands.',
    line: (id: string, departure: string, by: string, at: string) => `${id} on ${departure}, placed by ${by} at ${at}`,
    released: (id: string) => `${id} will be released now.`,
  },
  founder: {
    group: "Replace a founder who can't be reached",
    transfer: 'Ask the servers to make an administrator the founder, after a waiting time',
    transferMore:
      'The founder and every administrator are notified, by mail too, and may object; one objection ends it. An organisation has one at a time.',
    list: 'List those that wait; at most 1,000, newest first',
    cancel: 'Take one back; everybody who was told of it is told',
    to: 'Administrator who becomes the founder, acct_…',
    days: 'Waiting time in days, 7 to 30',
    wrongDays: 'it must be a whole number from 7 to 30',
    dryRun: 'Check everything, and change nothing',
    all: 'Also those that have ended',
    id: 'Founder replacement, frp_…',
    outcome: (successor: string, founder: string, organization: string) =>
      `${successor} becomes the founder of ${organization} in place of ${founder}`,
    rehearsed: (days: number, outcome: string) => `Nothing was changed. After ${days} days ${outcome}.`,
    wouldTell: (count: number) => `${count} people would be told, and may object.`,
    waits: (id: string, at: string, outcome: string) => `${id} waits. At ${at} ${outcome}.`,
    told: (count: number) => `${count} people are being told, and may object until then.`,
    refused: (id: string, why: string) => `${id} was refused: ${why}`,
    canceled: (id: string) => `${id} is canceled; the founder stays.`,
    ended: (id: string, status: string) => `${id} had ended before: ${status}`,
    notTakenUp: (id: string) => `${id} is recorded, but no server has taken it up yet. That happens when one runs`,
    none: (all: boolean): string => (all ? 'There are no founder replacements.' : 'No founder replacement waits.'),
    line: (id: string, org: string, status: string, more: string) => `${id} of ${org}: ${status}${more}`,
    at: (ended: boolean, at: string) => `, ${ended ? 'ended at' : 'takes effect at'} ${at}`,
    people: (successor: string, founder: string) => `  ${successor} in place of ${founder}`,
  },
  backup: {
    brief: 'Copy the SQLite database, also while the server runs, and check the copy',
    file: 'New file for the copy',
    exists: (path: string) => `${path} exists already, and is not replaced`,
    folder: (path: string, why: string) => `${path} can't be written: ${why}`,
    done: (path: string, mebibytes: string) => `${path}: ${mebibytes} MiB, complete and sound`,
    postgres: 'This is for SQLite. Back up PostgreSQL with pg_basebackup or pg_dump.',
    broken: (path: string, what: string) => `${path} is not a sound database of Sendoff: ${what}`,
  },
  move: {
    brief: 'Copy a stopped installation from SQLite to PostgreSQL, and compare both',
    description:
      'SENDOFF_DATA_DIR names the directory with SQLite, DATABASE_URL an empty PostgreSQL database. Stop the server first. After an interruption ' +
      'run it again, and it continues. In the end the number and a checksum of the rows of each table are compared, and the directory is marked, so ' +
      'that no server continues with it by mistake. The SQLite database is not changed.',
    target: 'DATABASE_URL must be set: the empty PostgreSQL database that takes the data.',
    done: (tables: number, rows: number) =>
      `Moved ${tables} tables with ${rows} rows. The number and the checksum of the rows of each are equal.`,
    next: 'Start the servers with DATABASE_URL and the same SENDOFF_MASTER_KEY. The data directory is marked as moved.',
  },
  restore: {
    brief: 'Put a backup in place of the SQLite database, while the server is stopped',
    file: 'Backup to restore',
    question: (path: string) => `Replace the database in ${path}? The present one is kept beside it.`,
    done: (path: string, kept: string | undefined) =>
      `${path} is restored.${kept ? ` The former database is ${kept}; delete it when it is no longer needed.` : ''}`,
  },
}

/** The facts that a balancer or proxy in front needs. Times are in seconds. */
export type Balancer = {
  upstream: string
  readiness: string
  liveness: string
  idle_timeout_below_seconds: number
  response_timeout_seconds: number
  stream_interval_seconds: number
  body_bytes: number
  stop_seconds: number
}

/** The texts of a language; a missing one does not compile. */
export type Texts = typeof en
