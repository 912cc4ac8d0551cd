import { acceptMembership, declineMembership } from '../../memberships/answer.ts'
import { blockOrganization } from '../../memberships/blocks.ts'
import { listInvitationsTo, lockInvitationTo } from '../../memberships/invitation.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { findPerson, type Person, signInAgain } from '../person.ts'
import { invitationsPage } from '../views/invitations.ts'
import type { Outcome, Show, Step, Take } from '../visit.ts'

/** The number of invitations on a page; the next ones follow when these are answered. */
const SHOWN = 20

/** Shows the organisations that count the person as a member and wait for an answer. */
export const showInvitations: Show = async (step) => {
  const person = await findPerson(step)
  return person ? list(step, person) : signInAgain(step)
}

/** Takes the answer to one of them. */
export const takeInvitation: Take = async (step, field) => {
  const person = await findPerson(step)
  if (!person) return signInAgain(step)
  const answer = answers[field('decision')]
  if (!answer) return list(step, person)
  const answered = await answerInvitation(step, person, field('account_id'), answer)
  if (!answered) return list(step, person, step.frame.texts.invitations.changed)
  return { next: field('decision') === 'accept' ? '/account' : '/invitations' }
}

type Answer = (tx: Tx, identityId: string, accountId: string, now: number) => Promise<void>

const answers: Record<string, Answer | undefined> = {
  accept: acceptMembership,
  decline: declineMembership,
  async block(tx, identityId, accountId, now) {
    const { org_id } = await lockInvitationTo(tx, identityId, accountId)
    await declineMembership(tx, identityId, accountId, now)
    await blockOrganization(tx, identityId, org_id, now)
  },
}

/** @returns whether there was such an invitation to answer */
async function answerInvitation(
  { parts, now }: Step,
  { identityId }: Person,
  accountId: string,
  answer: Answer,
): Promise<boolean> {
  try {
    await parts.store.write((tx) => answer(tx, identityId, accountId, now))
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invitation_not_found') return false
    throw error
  }
}

/** Accepts the membership of an account that the person chooses for the first time; nothing for any other account. */
export async function acceptChosen(step: Step, person: Person, accountId: string): Promise<void> {
  await answerInvitation(step, person, accountId, acceptMembership)
}

/** Counts the invitations that wait for the person's answer, up to as many as a page shows. */
export async function countInvitations({ parts }: Step, { identityId }: Person): Promise<number> {
  return (await listInvitationsTo(parts.store.db, identityId, { limit: SHOWN })).data.length
}

async function list(step: Step, person: Person, error?: string): Promise<Outcome> {
  const { data } = await listInvitationsTo(step.parts.store.db, person.identityId, { limit: SHOWN })
  return {
    ...(error !== undefined && { status: 409 }),
    page: invitationsPage({ ...step.frame, login: person.login, invitations: data, error }),
  }
}
