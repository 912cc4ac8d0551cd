import type { Language } from '../texts/texts.ts'
import { founderMail } from './founder-mail.ts'
import type { CodePurpose, Mail, Message } from './notifier.ts'

const PURPOSES: Record<CodePurpose, { en: string; zh: string }> = {
  register: { en: 'register an account', zh: '注册账号' },
  recover: { en: 'set a new password', zh: '设置新密码' },
  change_address: { en: 'sign in with this address from now on', zh: '更改登录地址' },
}

/** The subject and text of a message as a mail: in the reader's language where they have chosen one, otherwise in English and Chinese. */
export function mailOf(message: Message): Mail {
  if (message.type === 'code') return codeMail(message)
  if (message.type === 'founder_replacement') return inLanguageOf(message.locale, founderMail(message))
  return message.type === 'password_changed' ? passwordMail(message) : addressMail(message)
}

function codeMail({ purpose, code }: Extract<Message, { type: 'code' }>): Mail {
  const { en, zh } = PURPOSES[purpose]
  return {
    subject: 'Your verification code / 您的验证码',
    text: [
      `${code} is your code to ${en} with Sendoff. It is valid for 10 minutes.`,
      'If you did not request it, ignore this mail and do not share the code.',
      '',
      `您正在 Sendoff ${zh}，验证码为 ${code}，10 分钟内有效。`,
      '如非本人操作，请忽略本邮件，切勿将验证码告知他人。',
      '',
    ].join('\n'),
  }
}

function passwordMail({ at, from, locale }: Extract<Message, { type: 'password_changed' }>): Mail {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const en = {
    subject: 'Your password was changed',
    text: [
      `The password of your Sendoff account was changed on ${when}${from === null ? '' : `, from the IP address ${from}`}.`,
      'If this was you, you do not need to do anything.',
      'If not, somebody else may be able to read your mail or have learned your code. Secure your mailbox, set a new password with',
      '"Forgot your password?" on the sign-in page, and inform an administrator of your organisation.',
      '',
    ].join('\n'),
  }
  const zh = {
    subject: '您的密码已更改',
    text: [
      `您的 Sendoff 账号密码已于 ${when} 更改${from === null ? '' : `，操作 IP 地址为 ${from}`}。`,
      '如为本人操作，无需处理。',
      '如非本人操作，他人可能能够查看您的邮件或已获知您的验证码。请检查邮箱安全，在登录页通过“忘记密码？”重设密码，并联系组织管理员。',
      '',
    ].join('\n'),
  }
  return inLanguageOf(locale, { en, zh })
}

/** A mail in the reader's language, or in both. */
function inLanguageOf(locale: Language | null, { en, zh }: { en: Mail; zh: Mail }): Mail {
  if (locale !== null) return locale === 'en' ? en : zh
  return { subject: `${en.subject} / ${zh.subject}`, text: `${en.text}\n${zh.text}` }
}

function addressMail({ at, from }: Extract<Message, { type: 'address_changed' }>): Mail {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return {
    subject: 'Your sign-in address was changed / 您的登录地址已更改',
    text: [
      `Since ${when} your Sendoff account is no longer opened with this address${from === null ? '' : `. The change came from the IP address ${from}`}.`,
      'If this was you or your administrator on your behalf, you do not need to do anything.',
      'If not, inform an administrator of your organisation immediately.',
      '',
      `自 ${when} 起，您的 Sendoff 账号不再使用此地址登录${from === null ? '' : `，操作 IP 地址为 ${from}`}。`,
      '如为本人操作，或由管理员代为操作，无需处理。',
      '否则请立即联系组织管理员。',
      '',
    ].join('\n'),
  }
}
