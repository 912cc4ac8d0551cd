import { checkPassword } from '../../accounts/check-password.ts'
import { listMyDepartures } from '../../accounts/my-departures.ts'
import { getApplication, listApplications } from '../../departures/applications/application.ts'
import { applyToLeave } from '../../departures/applications/apply.ts'
import { checkConfirmation, confirmLeave } from '../../departures/applications/confirm.ts'
import { approveApplication, rejectApplication } from '../../departures/applications/review.ts'
import { withdraw } from '../../departures/applications/withdraw.ts'
import { getDeparture, listDepartures } from '../../departures/departure.ts'
import { deregister } from '../../departures/deregister.ts'
import { reportHandover } from '../../departures/handover-report.ts'
import { leave } from '../../departures/leave/leave.ts'
import { createBatch, getBatch } from '../../departures/offboarding/batch.ts'
import { cancelOffboarding, updateOffboarding } from '../../departures/offboarding/change.ts'
import { offboard } from '../../departures/offboarding/offboard.ts'
import { getOffboarding, listOffboardings } from '../../departures/offboarding/offboarding.ts'
import { previewOffboarding } from '../../departures/offboarding/preview.ts'
import { previewRestore } from '../../departures/restore/restorable.ts'
import { restore } from '../../departures/restore/restore.ts'
import { cancelDissolution, getDissolution, requestDissolution } from '../../dissolution/dissolution.ts'
import { type Handlers, type HandlersOf, read, readAnywhere, write, writeAnywhere } from '../handler.ts'

type Leaving = 'leave' | 'leaveApplications' | 'offboardings' | 'offboardingBatches' | 'departures' | 'dissolution'

export const leavingHandlers: HandlersOf<Leaving> & Pick<Handlers, 'me.deregister' | 'me.listDepartures'> = {
  'leave.create': write(async (work, { actor, body }) => ({ status: 201, body: await leave(work, actor, body) })),

  'leaveApplications.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await applyToLeave(work, actor, body),
  })),
  'leaveApplications.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listApplications(view, actor, query),
  })),
  'leaveApplications.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getApplication(view, actor, path),
  })),
  'leaveApplications.approve': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await approveApplication(work, actor, { ...path, ...body }),
  })),
  'leaveApplications.reject': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await rejectApplication(work, actor, { ...path, ...body }),
  })),
  'leaveApplications.withdraw': write(async (work, { actor, path }) => ({
    status: 200,
    body: await withdraw(work, actor, path),
  })),
  'leaveApplications.confirm': write(
    async (work, { actor, path }) => ({
      status: 200,
      body: await confirmLeave(work, actor, path),
    }),
    (store, { actor, path, body }, at) => checkConfirmation(store, actor, { ...path, ...body }, at),
  ),

  'offboardings.preview': write(async (work, { actor, body }) => ({
    status: 200,
    body: await previewOffboarding(work, actor, body),
  })),
  'offboardings.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await offboard(work, actor, body),
  })),
  'offboardings.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listOffboardings(view, actor, query),
  })),
  'offboardings.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getOffboarding(view, actor, path),
  })),
  'offboardings.update': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await updateOffboarding(work, actor, { ...path, ...body }),
  })),
  'offboardings.cancel': write(async (work, { actor, path }) => ({
    status: 200,
    body: await cancelOffboarding(work, actor, path),
  })),
  'offboardingBatches.create': write(async (work, { actor, body }) => ({
    status: 202,
    body: await createBatch(work, actor, body),
  })),
  'offboardingBatches.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getBatch(view, actor, path),
  })),

  'departures.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listDepartures(view, actor, query),
  })),
  'departures.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getDeparture(view, actor, path),
  })),
  'departures.getHandover': read(async (view, { actor, path, query }) => ({
    status: 200,
    body: await reportHandover(view, actor, { ...path, ...query }),
  })),
  'departures.previewRestore': write(async (work, { actor, path }) => ({
    status: 200,
    body: await previewRestore(work, actor, path),
  })),
  'departures.restore': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await restore(work, actor, { ...path, ...body }),
  })),

  'dissolution.request': write(async (work, { actor, body }) => ({
    status: 202,
    body: await requestDissolution(work, actor, body),
  })),
  'dissolution.get': read(async (view, { actor }) => ({ status: 200, body: await getDissolution(view, actor) })),
  'dissolution.cancel': write(async (work, { actor }) => ({
    status: 200,
    body: await cancelDissolution(work, actor),
  })),

  'me.listDepartures': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listMyDepartures(view, actor, query),
  })),
  'me.deregister': writeAnywhere(
    async (work, { actor, body }) => ({ status: 200, body: await deregister(work, actor, body) }),
    (store, { actor, body }, at) => checkPassword(store, actor, body, at),
  ),
}
