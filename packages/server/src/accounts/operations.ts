import type { Sealer } from '../crypto/seal.ts'
import { operations, readAnywhere, task, write, writeAnywhere } from '../operation.ts'
import type { Store } from '../store/store.ts'
import { changeMemberAddress, proveMemberAddress } from './change-member-address.ts'
import { changeMyAddress, proveMyAddress } from './change-my-address.ts'
import { changePassword, prepareChange } from './change-password.ts'
import { createVerificationCode } from './create-verification-code.ts'
import { getMe, listMyAccounts, listMyOrganizations } from './me.ts'
import { listMyDepartures } from './my-departures.ts'
import { listNotifications, markNotificationsRead } from './my-notifications.ts'
import type { Notifier } from './notifier.ts'
import { recover } from './recover.ts'
import { registerAccount } from './register.ts'
import { updateMe } from './update-me.ts'

export const accounts = (parts: { store: Store; sealer: Sealer; notifier: Notifier }) =>
  operations({
    'verificationCodes.create': task((call, circumstances) => createVerificationCode(parts, call, circumstances)),
    'accounts.register': task((call, circumstances) => registerAccount(parts, call, circumstances)),
    'recovery.create': task((call, circumstances) => recover(parts, call, circumstances)),
    'me.changeAddress': writeAnywhere((work, actor, call) => changeMyAddress(parts, work, actor, call), {
      before: (_, actor, call, at) => proveMyAddress(parts, actor, call, at),
    }),
    'members.changeAddress': write((work, actor, call) => changeMemberAddress(parts, work, actor, call), {
      before: (_, actor, call, at) => proveMemberAddress(parts, actor, call, at),
    }),
    'me.get': readAnywhere(getMe),
    'me.update': writeAnywhere(updateMe),
    'me.changePassword': writeAnywhere((work, actor, call) => changePassword(work, actor, call, parts), {
      before: prepareChange,
    }),
    'me.markNotificationsRead': writeAnywhere(markNotificationsRead),
    'me.listAccounts': readAnywhere(listMyAccounts),
    'me.listOrganizations': readAnywhere(listMyOrganizations),
    'me.listDepartures': readAnywhere(listMyDepartures),
    'me.listNotifications': readAnywhere(listNotifications),
  })
