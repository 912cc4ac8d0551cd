import type { FounderReplacementMessage, Mail } from './notifier.ts'

type Written = { subject: string; lines: string[] }

/** The mail about a founder replacement, in each language. */
export function founderMail({ fact, at, ...names }: FounderReplacementMessage): { en: Mail; zh: Mail } {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return { en: mailOf(inEnglish({ fact, when, ...names })), zh: mailOf(inChinese({ fact, when, ...names })) }
}

type Facts = Pick<FounderReplacementMessage, 'fact' | 'organization' | 'founder' | 'successor'> & { when: string }

const mailOf = ({ subject, lines }: Written): Mail => ({ subject, text: [...lines, ''].join('\n') })

function inEnglish({ fact, when, organization, founder, successor }: Facts): Written {
  const stays = `${founder} stays the founder of "${organization}".`
  if (fact === 'completed')
    return {
      subject: 'Your organisation has a new founder',
      lines: [
        `${successor} is now the founder of "${organization}" in Sendoff. ${founder} is an administrator.`,
        'The operator of the platform began this, and nobody objected.',
        'If it is wrong, the new founder can transfer the role back; otherwise contact the operator.',
      ],
    }
  if (fact === 'objected')
    return { subject: 'The founder stays', lines: [`The founder or an administrator objected. ${stays}`] }
  if (fact === 'canceled')
    return {
      subject: 'The founder stays',
      lines: [`The operator of the platform has canceled the replacement. ${stays}`],
    }
  if (fact === 'failed')
    return {
      subject: 'The founder was not replaced',
      lines: [
        `The replacement of ${founder} as the founder of "${organization}" has failed: the founder has changed, or ${successor} can't become`,
        'the founder any more. Your administration shows the reason.',
      ],
    }
  return {
    subject: 'The founder of your organisation is to be replaced',
    lines: [
      `The operator of the platform has been told that ${founder}, the founder of "${organization}" in Sendoff, can't be reached.`,
      `On ${when} ${successor} becomes the founder, unless the founder or an administrator objects before then.`,
      'If you agree, you do not need to do anything.',
      `If not, object in the administration of your organisation (founderReplacements.object). One objection ends it, and ${founder} stays`,
      'the founder.',
    ],
  }
}

function inChinese({ fact, when, organization, founder, successor }: Facts): Written {
  const stays = `“${organization}”的创建人仍为${founder}。`
  if (fact === 'completed')
    return {
      subject: '您的组织有了新的创建人',
      lines: [
        `${successor}现已成为 Sendoff 组织“${organization}”的创建人，${founder}转为管理员。`,
        '此次变更由平台运营方发起，等待期内无人提出异议。',
        '如有错误，新创建人可以将创建人身份转回；否则请联系平台运营方。',
      ],
    }
  if (fact === 'objected') return { subject: '创建人不变', lines: [`创建人或管理员已提出异议，${stays}`] }
  if (fact === 'canceled') return { subject: '创建人不变', lines: [`平台运营方已撤回此次变更，${stays}`] }
  if (fact === 'failed')
    return {
      subject: '创建人变更未成功',
      lines: [
        `组织“${organization}”的创建人变更未成功：创建人已变更，或${successor}已不能成为创建人。`,
        '请在组织管理中查看原因。',
      ],
    }
  return {
    subject: '您的组织即将变更创建人',
    lines: [
      `平台运营方获悉，目前无法联系到 Sendoff 组织“${organization}”的创建人${founder}。`,
      `如创建人和管理员均未提出异议，${successor}将于 ${when} 成为创建人。`,
      '如无异议，无需处理。',
      `如有异议，请在组织管理中提出（founderReplacements.object）。任何一人提出异议，变更即告终止，${founder}仍为创建人。`,
    ],
  }
}
