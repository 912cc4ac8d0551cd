/** A text in each of the languages in which problems are told. */
export type Localized = { en: string; 'zh-CN': string }

/** What a rule can have against a place of a request that the schemas allow, with the same in Chinese; `{}` stands for a value. */
const inChinese = {
  'must be text without U+0000 and unpaired surrogates': '必须是文本，且不能含有 U+0000 或不成对的代理项',
  'must be more than white space, without control or invisible characters':
    '不能只有空白字符，也不能含有控制字符或不可见字符',
  'must be more than white space, without U+0000 and unpaired surrogates':
    '不能只有空白字符，也不能含有 U+0000 或不成对的代理项',
  'is before the clock, which shows {}': '早于时钟的当前时间 {}',
  'is beyond the year 9999': '晚于公元 9999 年',
  'is too far ahead': '过于遥远',
  'is given beside a phone; give one of them': '不能与手机号同时给出，请只给出其中一个',
  'is needed, or a phone': '必须给出邮箱或手机号',
  'takes an email or a phone': '必须给出邮箱或手机号',
  "phones can't be reached by this server": '此服务器无法发送到手机号',
  'is the member themself': '是该成员本人',
  'is no active member of the organisation': '不是该组织的在职成员',
  'is not a resource of the member': '不是该成员的资源',
  'can’t be changed while the resource is held': '资源处于 held 状态时不能更改',
  'can’t be changed while the resource is handed over': '资源正在交接，不能更改',
  'is for a transfer only': '仅用于 transfer',
  'is the organisation itself': '是该组织本身',
  'has not answered the invitation {}': '尚未答复邀请 {}',
  'is not a scope that such an app can have': '此类应用不能拥有该权限范围',
  'is needed: a public client acts with the consent of a person only': '必须给出：公开客户端只能在用户同意后操作',
  'is for private_key_jwt only': '仅用于 private_key_jwt',
  'is needed for private_key_jwt': '使用 private_key_jwt 时必须给出',
  'is not a public key for ES256, EdDSA, PS256 or RS256': '不是适用于 ES256、EdDSA、PS256 或 RS256 的公钥',
  'is the kid of another key': '与另一个密钥的 kid 相同',
  'is not an absolute http or https URI': '不是完整的 http 或 https URI',
  'has to be https, or http to a loopback address': '必须是 https，或指向回环地址的 http',
  'has a fragment': '不能含有片段（#）',
  'has a wildcard': '不能含有通配符',
  'has credentials': '不能含有用户名或密码',
  'is reserved': '是保留名称',
  'must not contain control or invisible characters': '不能含有控制字符或不可见字符',
  'must not read as the name of this platform': '不能与本平台名称相同或近似',
  'is needed for another origin: give the headers again, or [] for none':
    '更换到其他源时必须给出：请重新填写请求头，不需要请求头时填 []',
  'stands there twice': '重复出现',
  'is no event that the app may read and that is still kept': '不是应用可以读取且仍被保留的事件',
  'is neither a type of event nor a wildcard for some; GET /v1.0/event-types lists the types':
    '既不是事件类型，也不是匹配事件类型的通配符；GET /v1.0/event-types 列出全部类型',
  'takes one of since and after_event_id': '必须且只能给出 since 或 after_event_id 之一',
  'takes one of to and by': '必须且只能给出 to 或 by 之一',
  'is not the next_cursor of a page': '不是某一页的 next_cursor',
  'is the sequence of an event': '必须是某个事件的序号',
  'is 1 to 255 printable ASCII characters without spaces': '必须是 1 到 255 个可打印的 ASCII 字符，且不含空格',
  'is not JSON: {}': '不是有效的 JSON：{}',
  'did not arrive whole': '未完整到达',
  'must be nested at most 32 levels deep': '嵌套不能超过 32 层',
  'could not be decompressed': '无法解压',
  'is not percent-encoded UTF-8 (RFC 3986)': '不是百分号编码的 UTF-8（RFC 3986）',
  'must be left out: this operation does not know it': '不能给出：此接口没有这个参数',
  'This operation takes no body.': '此接口没有请求体。',
  'The URL is not a valid absolute URL.': '不是有效的完整 URL。',
  'The URL must use https.': 'URL 必须使用 https。',
  'The URL must not contain a user name or password.': 'URL 不能含有用户名或密码。',
  'The port must be 443, 8443, or 1024 or above.': '端口必须是 443、8443，或不小于 1024。',
  'The host must be a public domain name.': '主机必须是公网域名。',
  'The host must have a public address.': '主机必须有公网地址。',
} as const

/** One of them, in English. */
export type FaultText = keyof typeof inChinese

/** Whether a schema speaks in one of them, and not in the words of its library. */
export const isFaultText = (text: string): text is FaultText => Object.hasOwn(inChinese, text)

/**
 * A fault in both languages.
 *
 * @param value what stands for `{}`
 */
export function fault(text: FaultText, value = ''): Localized {
  const filled = (one: string) => one.replace('{}', () => value)
  return { en: filled(text), 'zh-CN': filled(inChinese[text]) }
}
