const list = (items: readonly unknown[]) => items.join(', ')
const s = (count: number) => (count === 1 ? '' : 's')

/** The English texts. Their type is that of every language. */
export const en = {
  brief: 'Departures, events and deliveries of Sendoff, from the terminal',
  description:
    'Credentials: --profile; SENDOFF_TOKEN; SENDOFF_CLIENT_ID and SENDOFF_CLIENT_SECRET with SENDOFF_BASE_URL; the current profile; ' +
    './.sendoff/sandbox.json on a loopback address. Exit codes: 0 done, 1 refused, 2 wrong use, 3 not found, 4 sign in, 5 in part, 6 try again.',
  help: {
    usage: 'USAGE',
    aliases: 'ALIASES',
    commands: 'COMMANDS',
    flags: 'FLAGS',
    arguments: 'ARGUMENTS',
    default: 'default =',
    separator: 'separator =',
    help: 'Print this help and exit',
    version: 'Print the version and exit',
    escape: 'Everything after it is an argument',
  },
  flags: {
    baseUrl: 'Address of the platform',
    profile: 'Name of a profile',
    org: 'Organisation to act in',
    json: 'Print JSON; a stream as one object a line',
    quiet: 'Print results and errors only',
    verbose: 'Print each request on standard error',
    input: 'Allow questions on the terminal',
    lang: 'Language: en or zh-CN',
    color: 'Colours: auto, always or never',
    timeout: 'Time limit of a call, such as 30s',
    types: 'Event types, separated by commas; member.* for all below a name',
    since: 'Start: a time with its zone, or a duration before now such as 2h',
    until: 'End: a time with its zone, or a duration before now',
    yes: 'Do it without asking',
    dryRun: 'Show what would happen, and change nothing',
    app: 'Only endpoints of this app of the organisation',
    endpoint: 'Webhook endpoint',
    name: 'Name of the listener, whose secret signs',
    reason: 'Reason',
    reasonText: 'Explanation, at most 500 characters',
  },
  usage: {
    unknownFlag: (flag: string, near: readonly string[]) =>
      `There is no flag ${flag}.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''} Nothing was done.`,
    unknownCommand: (name: string, near: readonly string[]) =>
      `There is no command ${name}.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''} See sendoff --help.`,
    wrongValue: (name: string, given: string, why: string) => `${name} can't be ${JSON.stringify(given)}: ${why}`,
    oneOf: (values: readonly string[]) => `it must be one of ${list(values)}`,
    missingValue: (flag: string) => `${flag} must have a value`,
    missing: (name: string) => `${name} is missing`,
    tooMany: (given: string) => `${JSON.stringify(given)} is one argument too many`,
    twice: (flag: string) => `${flag} is given twice`,
    noValue: (flag: string) => `${flag} takes no value`,
    number: (least: number, most: number) => `it must be a whole number from ${least} to ${most}`,
    moment: 'it must be a time with its zone, such as 2026-11-28T20:00:00Z, or a duration before now, such as 2h',
    duration: 'it must be a duration such as 30s, 5m or 2h',
    id: 'it must be an id',
    url: 'it must be an http: or https: URL without a password',
    color: 'it must be auto, always or never',
    lang: 'it must be en or zh-CN',
  },
  errors: {
    label: 'Error: ',
    token: (code: string, description: string | undefined) =>
      `The platform issued no token (${code})${description ? `: ${description}` : ''}. Check the credentials and their scopes.`,
    timeout: 'The platform did not answer in time. Try again.',
    noConnection: (reason: string) =>
      `There is no connection to the platform${reason ? ` (${reason})` : ''}. Check the address, the network and the proxy.`,
    unexpectedAnswer:
      'Something other than Sendoff answered at this address. Check --base-url, and any proxy in between.',
    repeat: (key: string) => `  It is safe to try again; the idempotency key was ${key}.`,
    badName: (name: string) =>
      `${JSON.stringify(name)} can't be a name: it must have letters, digits, dots, dashes or underscores, at most 64`,
    locked: (file: string, pid: number, host: string) =>
      `Process ${pid} on ${host} keeps ${file}. Continue or end it; if it is gone, remove the file.`,
    noProfile: (name: string) => `There is no profile ${JSON.stringify(name)}`,
    halfPair: 'SENDOFF_CLIENT_ID and SENDOFF_CLIENT_SECRET must both be set',
    noAddress:
      'No platform address is set. Give --base-url or SENDOFF_BASE_URL, or run this beside the .sendoff folder of a sandbox.',
    badAddress:
      'The address of the platform must be an https: URL, or http: on this machine, without a password or a query',
    notSignedIn:
      'There are no credentials. Run sendoff login, set SENDOFF_TOKEN, or SENDOFF_CLIENT_ID and SENDOFF_CLIENT_SECRET, or name a profile.',
    noSandboxOrganization: (org: string, file: string) => `${file} has no organisation ${JSON.stringify(org)}`,
  },
  ask: {
    needsYes: 'This asks before it acts, and there is no terminal to ask on. Give --yes to do it.',
    yesNo: 'y/N',
    canceled: 'Canceled. Nothing was done.',
  },
  feed: {
    lost: 'The connection is lost. Trying again.',
    back: 'Connected again.',
  },
  login: {
    brief: 'Sign in with a browser, or save the credentials of an app',
    description:
      'Prints an address and opens it; the sign-in comes back to a free port of this machine. With --app it reads the secret of an app from standard ' +
      'input, so that it is in no list of processes and no history: sendoff login --app app_… --base-url https://… < secret.txt',
    app: 'Id of an app, in place of a person',
    browser: 'Open the browser',
    scopes: 'Scopes to ask a person for, separated by commas; all that the commands need by default',
    needs: 'The secret must come from standard input: sendoff login --app app_… --base-url https://… < secret.txt',
    needsAddress: 'Give the address of the platform: sendoff login --base-url https://…',
    needsPerson: 'A person must sign in with a browser. Without one, give --app and the secret on standard input.',
    wrongScopes: (unknown: readonly string[]) =>
      unknown.length > 0 ? `no person can have ${list(unknown)}` : 'it must have at least one scope',
    done: (name: string, address: string) => `The profile ${name} is saved for ${address}.`,
    open: 'Sign in at this address:',
    pageDone: 'You are signed in. You can close this page and return to the terminal.',
    pageRefused: 'The sign-in was refused. You can close this page and return to the terminal.',
    refused: (code: string) => `The sign-in was refused (${code}).`,
    late: 'Nobody signed in in time. Try again, or give a longer --timeout.',
    otherAccount: (got: string, wanted: string) => `The sign-in was for ${got}. Choose ${wanted} on the page.`,
    signedIn: (name: string, account: string, profile: string, address: string) =>
      `${name} (${account}) is signed in at ${address}, profile ${profile}.`,
  },
  logout: {
    brief: "End a person's sign-in, and forget a profile and its secret",
    done: (name: string) => `The profile ${name} is forgotten on this machine.`,
    notRevoked: (address: string) =>
      `The sign-in could not be ended at ${address}. End it among the consents of the account, or it lasts until it expires.`,
  },
  accounts: {
    brief: 'List the accounts of the person who is signed in',
    heading: ['ACCOUNT', 'ORGANISATION', 'NAME', 'ROLE', 'CONDITION', 'PROFILE'],
    personal: '(personal)',
    none: 'There are no accounts.',
  },
  use: {
    brief: 'List the profiles, or choose the current one',
    description:
      'An account of yours (sendoff accounts) for which no profile is kept is signed in first, with a browser.',
    profile: 'Name of a profile, or one of your accounts',
    heading: ['', 'PROFILE', 'PLATFORM', 'ACCOUNT OR APP'],
    none: 'There are no profiles.',
  },
  whoami: {
    brief: 'Show the caller, the platform and the end of the sign-in',
    app: (id: string) => `App ${id}`,
    person: (name: string, id: string, role: string | null) => `${name} (${id}${role ? `, ${role}` : ''})`,
    organization: (name: string | null, id: string) => `Organisation: ${name ? `${name} (${id})` : id}`,
    where: (address: string, from: string) => `Platform: ${address}, credentials from ${from}`,
    until: (time: string) => `Until: ${time}`,
  },
  endpoints: {
    brief: 'List the webhook endpoints',
    heading: ['ENDPOINT', 'STATUS', 'TYPES', 'URL'],
    none: 'There are no endpoints.',
  },
  events: {
    brief: 'Show events',
    tail: 'Print the latest events, newest last',
    get: 'Print one event',
    follow: 'Continue with new events as they happen',
    limit: 'Maximum number of events at first (20)',
    id: 'Id of an event, evt_…',
    none: 'There are no events.',
  },
  deliveries: {
    brief: 'Show deliveries to webhook endpoints',
    list: 'List deliveries, newest first',
    get: 'Print a delivery with its attempts',
    id: 'Id of a delivery, dlv_…',
    status: 'Only deliveries in this state',
    type: 'Only deliveries of this event type',
    follow: 'Continue with deliveries as they happen and change',
    limit: 'Maximum number of deliveries (50)',
    heading: ['DELIVERY', 'STATUS', 'ATTEMPTS', 'TYPE', 'CREATED', 'ENDPOINT'],
    none: 'There are no deliveries.',
    summary: (type: string, event: string, status: string) => `${type} ${event}: ${status}`,
    to: (endpoint: string, created: string) => `To ${endpoint}, created ${created}`,
    attempt: (number: number, at: string, status: number | null, error: string | null) =>
      `  ${number}. ${at}: ${status ?? error ?? '-'}`,
    next: (at: string) => `Next attempt: ${at}`,
  },
  redeliver: {
    brief: 'Send deliveries again',
    failed: 'All failed deliveries, or those of --endpoint, at most 1,000',
    to: 'Send the events to this URL instead, signed with the secret of the listener',
    needsOne: 'Give the ids of deliveries, or --failed',
    question: (count: number) => `Send ${count} deliver${count === 1 ? 'y' : 'ies'} again?`,
    done: (id: string, done: object) =>
      'response_status' in done
        ? `${id}: ${(done as { response_status: number | null }).response_status ?? (done as { error?: string }).error}`
        : `${id}: sent again as ${(done as { delivery_id: string }).delivery_id}`,
  },
  listen: {
    brief: 'Send every event to URLs on this machine',
    description:
      'Sends each event to every --to URL, signed with a secret of its own (--print-secret). The place is stored after a 2xx of all of them, ' +
      'so that nothing is lost over sleep, restarts and outages; an event may arrive twice.',
    to: 'URL that receives the events; may be given several times',
    from: 'Start: now, oldest, a sequence, an event, a time, or a duration before now; the stored place by default',
    name: 'Name of the listener, with a place and a secret of its own (default)',
    onFailure: 'After anything but a 2xx: retry until it is received (default), skip the event, or stop',
    format: 'Format of the deliveries: standard (default), or CloudEvents',
    showBody: 'Print the answers of the URLs',
    printSecret: 'Print the secret with which it signs, and exit',
    untilIdle: 'End after this time without an event, such as 5s',
    needsTo: 'Give --to with a URL',
    wrongFrom:
      'it must be now, oldest, a sequence, an event, a time with its zone, or a duration before now such as 2h',
    ready: (after: number, targets: readonly string[], name: string) =>
      `Listening after event ${after} for ${list(targets)} (${name}). The secret: sendoff listen --print-secret`,
    taken: (name: string, pid: number, host: string, since: string, to: readonly string[]) =>
      `Another listener has the name ${name}: process ${pid} on ${host} since ${since}, for ${list(to)}. Stop it, or give another --name.`,
    stopped: (event: string) => `${event} was not received. The next start begins with it.`,
    skipped: (event: string) => `${event} was skipped.`,
    expired:
      'The events after the stored place are no longer kept, or the platform was reset. Begin with --from oldest, and compare your data.',
    otherFeed: (name: string, address: string, reader: string) =>
      `The place of the listener ${name} belongs to ${reader} at ${address}. Give --from, or another --name.`,
  },
  trigger: {
    brief: 'Make an event: the fact in a sandbox, or a signed sample for a URL',
    description:
      'In a sandbox what the event is about is done, as often as --repeat says; what it needs is made, and the clock is moved where ' +
      'time has to pass. With --to a sample is sent instead, signed with the secret of the listener, without a platform.',
    type: 'Type of the event; without one, the types are listed',
    local: 'Make a sample in place of the fact, and print it unless there is a --to',
    to: 'URL that receives the sample; may be given several times',
    data: 'Data of the sample: JSON, or @file',
    set: 'Change of the sample, such as data.reason_code=other; may be given several times',
    repeat: 'Number of facts, or of deliveries of the sample (1)',
    corrupt: 'Change the body after signing; the URL must refuse it',
    unknown: 'it must be an event type; sendoff trigger lists them',
    onlySamples: (flag: string) => `${flag} is for samples: give --to or --local`,
    needsTo: '--corrupt, --format and --repeat need a --to',
    noFact: (type: string) =>
      `${type} can't be made with the API: it comes from a page or from the operator. Give --to to send a sample.`,
    wrongSet: 'it must be a path and a value, such as data.reason_code=other',
    wrongData: '--data must be a JSON object, or @ and the name of a file with one',
    noMember: (path: string) => `${path} leads through something that is neither an object nor a list`,
    noSandbox: 'Facts are made in a sandbox only, and this platform is none. Give --to to send a sample.',
    noOrganization: (org: string) => `The sandbox has no organisation ${JSON.stringify(org)}`,
    noFounder: 'The organisation has no founder who can act. Give another --org, or reset the sandbox.',
    noCode: 'The sandbox sent no code. Try again.',
    noPassword: "The founder's password is needed, and .sendoff/sandbox.json does not have it. Run this beside it.",
    noAuthorization: 'The organisation has authorised no app. Give another --org, or reset the sandbox.',
    tooLate: 'The batch was over before it was canceled. Try again.',
    reason: 'Triggered from the command line',
    dissolves: (name: string) => `Dissolve ${name} in the sandbox?`,
    ended: (type: string) => `${type} was made; the organisation has ended, and its events can't be read any more.`,
    moved: (by: string) => `The sandbox's clock was moved by ${by}.`,
    missing: (type: string) => `The fact was made, but no ${type} came of it within 20 seconds.`,
    accepted: (url: string) => `${url} accepted a delivery with a false signature.`,
    heading: ['TYPE', 'MADE BY'],
    fact: 'fact, sample',
    sampleOnly: 'sample',
  },
  recover: {
    brief: 'Deliver what an endpoint missed',
    after: 'Start: the last event that was received',
    wait: 'Wait until all of it is queued',
    needsStart: 'Give either --since or --after',
    counted: (total: number, { missing, failed, held }: { missing: number; failed: number; held: number }) =>
      `${total} event${s(total)}: ${missing} without a delivery, ${failed} failed, ${held} held`,
    question: (total: number) => `Deliver ${total} event${s(total)}?`,
    done: (id: string, status: string, queued: number, total: number) =>
      `${id}: ${status}, ${queued} of ${total} queued`,
  },
  clock: {
    brief: 'Show or advance the clock of a sandbox',
    to: 'A duration such as +72h or +30d, or a time with its zone',
    wrong: 'it must be a duration such as +72h, or a time such as 2026-12-01T00:00:00Z',
    now: (time: string, moved: boolean) => (moved ? `${time} (moved)` : time),
  },
  reset: {
    brief: 'Reset a sandbox',
    question: (address: string) => `Remove everything in the sandbox ${address} and load the demo data again?`,
    done: 'The sandbox was reset; its new credentials are in .sendoff/sandbox.json.',
  },
  unlink: {
    brief: 'End the association with another organisation',
    org: 'The other organisation, org_…',
    dept: 'The linked department; needed only if there are several',
    notLinked: 'There is no association with this organisation',
    needsDept: (linked: readonly number[]) =>
      `Give --dept: several departments are linked with this organisation (${list(linked)})`,
    what: (name: string, type: string, since: string) => `${name}, ${type}, linked ${since}`,
    ends: (resources: number, apps: number) =>
      `Ends ${resources} shared resource${s(resources)} and the access of ${apps} app${s(apps)}`,
    question: (name: string) => `Unlink ${name}? This can't be undone.`,
    done: (id: string, at: string) => `${id} ended ${at}`,
  },
  offboard: {
    brief: 'Offboard a member, or those of a file',
    member: 'The member, acct_…; or @file.csv with up to 500',
    recipient: 'Member who receives the resources; by default the policy decides',
    kind: 'Outcome of one kind of resource: KIND=transfer, KIND=delete or KIND=hold; may be given several times',
    at: 'Time of the departure, with its zone; now by default',
    wrongTime: 'it must be a time with its zone, such as 2026-12-31T17:00:00Z',
    wrongKind: 'it must be a kind and transfer, delete or hold, such as document=delete',
    needsReason: 'Give --reason: position_change, resignation, joined_by_mistake, restructuring or other',
    what: (id: string, total: number, until: string) =>
      `${id} owns ${total} resource${s(total)}; restorable until ${until}`,
    inventory: (kind: string, count: number, outcome: string, to: string | null | undefined) =>
      `  ${count} × ${kind}: ${outcome}${to ? ` to ${to}` : ''}`,
    blocker: (detail: string) => `Not possible: ${detail}`,
    question: (id: string, at: string | undefined) => `Offboard ${id} ${at ? `at ${at}` : 'now'}?`,
    done: (id: string, status: string, at: string, departure: string | null) =>
      `${id}: ${status}, ${at}${departure ? `, departure ${departure}` : ''}`,
  },
  batch: {
    result: 'File for the result of each line of @file.csv',
    resume: 'Follow a batch that was begun before',
    needsOne: 'Give either a member, @file.csv, or --resume with a batch',
    resultOfFile: '--result is for @file.csv and --resume',
    unreadable: (path: string, why: string) => `${path} can't be read: ${why}`,
    columns: (unknown: readonly string[], known: readonly string[]) =>
      `${unknown.length > 0 ? `Unknown columns: ${list(unknown)}. ` : ''}The first line must name account_id, and may also name any of ${list(known)}`,
    size: (count: number, most: number) => `The file must have 1 to ${most} members; it has ${count}`,
    wrong: (path: string, count: number) => `${path} has ${count} fault${s(count)}; nobody was offboarded:`,
    fault: (line: number, detail: string) => `  line ${line}: ${detail}`,
    wrongMember: 'account_id must be an id',
    twice: (line: number) => `the member is in line ${line} already`,
    checked: (all: number, failing: number) => `${all} member${s(all)}, ${failing} of them can't be offboarded`,
    question: (count: number) => `Offboard ${count} member${s(count)}?`,
    started: (id: string) =>
      `Batch ${id}. If this is interrupted, the batch continues: sendoff offboard --resume ${id}`,
    line: (line: number, id: string, status: string, why: string | null | undefined) =>
      `line ${line}: ${id} ${status}${why ? `: ${why}` : ''}`,
  },
  restore: {
    brief: 'Restore a departed member',
    id: 'The departure, dep_…',
    what: (id: string, resources: number, until: string) =>
      `${id} gets ${resources} resource${s(resources)} back; restorable until ${until}`,
    conflict: (field: string, value: string, reason: string) => `  In the way: ${field} ${value} (${reason})`,
    question: (id: string) => `Restore ${id}?`,
    done: (id: string, resources: number, at: string) =>
      `${id} restored ${at} with ${resources} resource${s(resources)}`,
  },
  receipts: {
    brief: 'List what other systems did after a departure',
    departure: 'Only receipts of this departure',
    status: 'Only receipts in this state',
    overdue: 'Only those that are late and still open',
    limit: 'Maximum number of receipts (100)',
    heading: ['RECEIPT', 'STATUS', 'SYSTEM', 'SUBJECT', 'DEADLINE', 'REASON'],
    late: 'overdue',
    none: 'There are no receipts.',
  },
  doctor: {
    brief: 'Look for everything that keeps this command from working',
    description:
      'Checks files, environment, address, TLS, version, clock, sign-in, scopes, the places of listeners, endpoints and local ports. ' +
      'It changes nothing, except modes of files with --fix. It ends with 1 when it finds a fault.',
    fix: 'Set the modes of files that others can read',
    to: 'URL that must answer, as for listen; may be given several times',
    status: { ok: 'ok     ', note: 'note   ', fault: 'FAULT  ', skipped: 'skipped' },
    check: {
      files: 'Files',
      environment: 'Environment',
      address: 'Address',
      tls: 'TLS',
      version: 'Version',
      clock: 'Clock',
      sign_in: 'Sign-in',
      scopes: 'Scopes',
      feed: 'Feed',
      endpoints: 'Endpoints',
      local_port: 'Local port',
    },
    line: (status: string, check: string, detail: string) => `${status}  ${check}: ${detail}`,
    faults: (count: number) => `${count} fault${s(count)}`,
    modesOfWindows: 'Windows has no modes',
    modes: (count: number) => `Readable by you alone (${count})`,
    mode: (path: string, mode: string, wanted: string) =>
      `${path} has mode ${mode}, so that others can read it; it must be ${wanted} (--fix)`,
    modeFixed: (path: string, mode: string, wanted: string) =>
      `${path} had mode ${mode} and now has ${wanted}. If others use this machine, replace its secrets.`,
    modeStays: (path: string, why: string) => `The mode of ${path} can't be changed (${why})`,
    proxyUnused: (names: readonly string[]) =>
      `${list(names)} must be used by setting NODE_USE_ENV_PROXY=1 (Node.js 24); without it, Node.js connects directly`,
    proxyUsed: (names: readonly string[]) => `Requests go through the proxy of ${list(names)}`,
    proxyOfLoopback: (host: string) => `Requests to ${host} go through a proxy; NO_PROXY must name ${host}`,
    certificatesUnchecked: 'NODE_TLS_REJECT_UNAUTHORIZED=0: anybody in between can read secrets. Remove it.',
    noAuthorities: (path: string) => `NODE_EXTRA_CA_CERTS names ${path}, which does not exist`,
    environment: 'No proxy, and certificates are checked',
    unreached: (address: string, why: string) =>
      `Nothing answers at ${address} (${why}). Check the address, the network and the proxy.`,
    other: (address: string) => `Something other than Sendoff answers at ${address}. Check --base-url.`,
    otherIssuer: (address: string, issuer: string) =>
      `The platform at ${address} calls itself ${issuer}; use that address, or correct SENDOFF_ISSUER of the server`,
    reached: (address: string, ms: number) => `${address} answered in ${ms} ms`,
    noTls: 'The address has no TLS',
    tlsByProxy: 'The certificate is not read through a proxy',
    noCertificate: 'The certificate could not be read',
    certificate: (why: string) => `The certificate is not accepted (${why}). NODE_EXTRA_CA_CERTS adds an authority.`,
    certificateEnds: (at: string) => `The certificate ends ${at}; it must be renewed`,
    certificateGood: (at: string) => `The certificate ends ${at}`,
    version: (version: string) => `API ${version}`,
    otherVersion: (theirs: string, ours: string) =>
      `The platform has API ${theirs} and this command was made for ${ours}. Update: npm install -g @sendoff/cli`,
    noVersion: 'The version of the API could not be read',
    clock: (seconds: number) => `The clocks differ by ${seconds} s`,
    clockWrong: (seconds: number) =>
      `This machine's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}; tokens and signatures need the right time`,
    signedIn: (who: string, from: string, until: string | null | undefined) =>
      `${who}, credentials from ${from}${until ? `, until ${until}` : ''}`,
    scopes: 'All scopes for events and deliveries',
    scopesMissing: (scopes: readonly string[]) => `Without ${list(scopes)}: their events are not shown`,
    feed: (end: number) => `The last event is ${end}; no listener has a place`,
    place: (name: string, at: number, end: number) => `The listener ${name} is at ${at} of ${end}`,
    placeExpired: (name: string, at: number) =>
      `The place of the listener ${name} (${at}) is no longer kept, or the platform was reset. Use listen --from oldest.`,
    endpoints: (count: number) => `${count} endpoint${s(count)}, all in order`,
    disabled: (name: string, why: string | null) => `${name} is disabled${why ? ` (${why})` : ''}`,
    unverified: (name: string, why: string | null) => `${name} is not verified${why ? ` (${why})` : ''}`,
    held: (name: string, count: number) => `${name}: ${count} deliver${count === 1 ? 'y is' : 'ies are'} held`,
    failing: (name: string, count: number) => `${name} failed ${count} times in a row; it is tried now and then`,
    target: (url: string) => `${url} accepts connections`,
    targetDown: (url: string, why: string) => `Nothing listens at ${url} (${why})`,
    port: 'A loopback port can be opened',
    noPort: (why: string) => `No loopback port can be opened (${why}); login needs one`,
  },
  completion: {
    brief: 'Print the script that completes commands in bash, zsh or fish',
    wrong: (shells: string) => `it must be one of ${shells}`,
  },
}
