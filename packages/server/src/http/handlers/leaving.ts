import { checkPassword } from '../../accounts/check-password.ts'
import { listMyDepartures } from '../../accounts/my-departures.ts'
import { getApplication, listApplications } from '../../departures/applications/application.ts'
import { applyToLeave } from '../../departures/applications/apply.ts'
import { checkConfirmation, confirmLeave } from '../../departures/applications/confirm.ts'
import { review } from '../../departures/applications/review.ts'
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
  'leave.create': write(async (tx, { actor, body, now }) => ({ status: 201, body: await leave(tx, actor, body, now) })),

  'leaveApplications.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await applyToLeave(tx, actor, body, now),
  })),
  'leaveApplications.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listApplications(db, actor, query),
  })),
  'leaveApplications.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getApplication(db, actor, path.application_id),
  })),
  'leaveApplications.approve': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await review(tx, actor, path.application_id, { status: 'approved', ...body }, now),
  })),
  'leaveApplications.reject': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await review(tx, actor, path.application_id, { status: 'rejected', ...body }, now),
  })),
  'leaveApplications.withdraw': write(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await withdraw(tx, actor, path.application_id, now),
  })),
  'leaveApplications.confirm': write(
    async (tx, { actor, path, now }) => ({
      status: 200,
      body: await confirmLeave(tx, actor, path.application_id, now),
    }),
    (store, { actor, path, body, now }) => checkConfirmation(store, actor, path.application_id, body.password, now),
  ),

  'offboardings.preview': write(async (tx, { actor, body, now }) => ({
    status: 200,
    body: await previewOffboarding(tx, actor, body, now),
  })),
  'offboardings.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await offboard(tx, actor, body, now),
  })),
  'offboardings.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listOffboardings(db, actor, query),
  })),
  'offboardings.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getOffboarding(db, actor, path.offboarding_id),
  })),
  'offboardings.update': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await updateOffboarding(tx, actor, path.offboarding_id, body, now),
  })),
  'offboardings.cancel': write(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await cancelOffboarding(tx, actor, path.offboarding_id, now),
  })),
  'offboardingBatches.create': write(async (tx, { actor, body, now }) => ({
    status: 202,
    body: await createBatch(tx, actor, body.items, now),
  })),
  'offboardingBatches.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getBatch(db, actor, path.batch_id),
  })),

  'departures.list': read(async (db, { actor, query, now }) => ({
    status: 200,
    body: await listDepartures(db, actor, query, now),
  })),
  'departures.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getDeparture(db, actor, path.departure_id),
  })),
  'departures.getHandover': read(async (db, { actor, path, query }) => ({
    status: 200,
    body: await reportHandover(db, actor, path.departure_id, query),
  })),
  'departures.previewRestore': write(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await previewRestore(tx, actor, path.departure_id, now),
  })),
  'departures.restore': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await restore(tx, actor, path.departure_id, body, now),
  })),

  'dissolution.request': write(async (tx, { actor, body, now }) => ({
    status: 202,
    body: await requestDissolution(tx, actor, body, now),
  })),
  'dissolution.get': read(async (db, { actor }) => ({ status: 200, body: await getDissolution(db, actor) })),
  'dissolution.cancel': write(async (tx, { actor, now }) => ({
    status: 200,
    body: await cancelDissolution(tx, actor, now),
  })),

  'me.listDepartures': readAnywhere(async (db, { actor, query }) => ({
    status: 200,
    body: await listMyDepartures(db, actor, query),
  })),
  'me.deregister': writeAnywhere(
    async (tx, { actor, body, now }) => ({ status: 200, body: await deregister(tx, actor, body, now) }),
    (store, { actor, body, now }) => checkPassword(store, actor, body.password, now),
  ),
}
