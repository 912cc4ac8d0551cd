import { acceptMembership, declineMembership } from '../../memberships/answer.ts'
import { blockOrganization } from '../../memberships/blocks.ts'
import { listInvitationsTo, lockInvitationTo } from '../../memberships/invitation.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { findPerson, type Person, signInAgain } from '../person.ts'
import { invitationsPage } from '../views/invitations.ts'
import type { Outcome, Show, Take, Visit } from '../visit.ts'

/** The number of invitations on a page; the next ones follow when these are answered. */
const SHOWN = 20

/** Shows the organisations that have added the person as a member and wait for an answer. */
export const showInvitations: Show = async (visit) => {
  const person = await findPerson(visit)
  return person ? list(visit, person) : signInAgain(visit)
}

/** Takes the answer to one of these invitations. */
export const takeInvitation: Take = async (visit, field) => {
  const person = await findPerson(visit)
  if (!person) return signInAgain(visit)
  const answer = answers[field('decision')]
  if (!answer) return list(visit, person)
  const answered = await answerInvitation(visit, person, field('account_id'), answer)
  if (!answered) return list(visit, person, visit.frame.texts.invitations.changed)
  return { next: field('decision') === 'accept' ? '/account' : '/invitations' }
}

type Answer = (work: Work, identityId: string, accountId: string) => Promise<void>

const answers: Record<string, Answer | undefined> = {
  accept: acceptMembership,
  decline: declineMembership,
  async block(work, identityId, accountId) {
    const { org_id } = await lockInvitationTo(work.db, identityId, accountId)
    await declineMembership(work, identityId, accountId)
    await blockOrganization(work, identityId, org_id)
  },
}

/** @returns false if there is no such invitation */
async function answerInvitation(
  { parts, now }: Visit,
  { identityId }: Person,
  accountId: string,
  answer: Answer,
): Promise<boolean> {
  try {
    await parts.store.write({ now }, (work) => answer(work, identityId, accountId))
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invitation_not_found') return false
    throw error
  }
}

/** Accepts the membership of an account that the person chooses for the first time; nothing for any other account. */
export async function acceptChosen(visit: Visit, person: Person, accountId: string): Promise<void> {
  await answerInvitation(visit, person, accountId, acceptMembership)
}

/** Counts the invitations that wait for the person's answer, up to as many as a page shows. */
export async function countInvitations({ parts }: Visit, { identityId }: Person): Promise<number> {
  return (await listInvitationsTo(parts.store.db, identityId, { limit: SHOWN })).data.length
}

async function list(visit: Visit, person: Person, error?: string): Promise<Outcome> {
  const { data } = await listInvitationsTo(visit.parts.store.db, person.identityId, { limit: SHOWN })
  return {
    ...(error !== undefined && { status: 409 }),
    page: invitationsPage({ ...visit.frame, login: person.login, invitations: data, error }),
  }
}
