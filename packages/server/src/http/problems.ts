import type { ProblemCode, Schemas } from '@sendoff/api'

type Text = { en: string; 'zh-CN': string }
type Entry = { status: number; title: Text; detail: Text; remediation?: Schemas['Remediation']['action'] }

/** Every problem that the API answers: its HTTP status, and what it says to a person. */
export const problems: Record<ProblemCode, Entry> = {
  invalid_request: {
    status: 400,
    title: { en: 'Invalid request', 'zh-CN': '请求无效' },
    detail: {
      en: 'The request does not fit the contract. "errors" names each place.',
      'zh-CN': '请求不符合接口约定，详见 errors 中列出的位置。',
    },
  },
  token_missing: {
    status: 401,
    title: { en: 'Token missing', 'zh-CN': '缺少令牌' },
    detail: {
      en: 'Send an access token in the header "Authorization: Bearer …". POST /oauth2/token issues one.',
      'zh-CN': '请在请求头 “Authorization: Bearer …” 中携带访问令牌；可通过 POST /oauth2/token 获取。',
    },
  },
  token_invalid: {
    status: 401,
    title: { en: 'Token invalid', 'zh-CN': '令牌无效' },
    detail: {
      en: 'The access token was not issued by this server for this API.',
      'zh-CN': '该访问令牌不是由本服务器为此接口签发的。',
    },
  },
  token_expired: {
    status: 401,
    title: { en: 'Token expired', 'zh-CN': '令牌已过期' },
    detail: { en: 'The access token has expired. Ask for a new one.', 'zh-CN': '访问令牌已过期，请重新获取。' },
  },
  token_revoked: {
    status: 401,
    title: { en: 'Token revoked', 'zh-CN': '令牌已失效' },
    detail: {
      en: 'The app or account of the access token is gone or was changed since. Ask for a new token.',
      'zh-CN': '该令牌所属的应用或账号已不存在或已变更，请重新获取令牌。',
    },
  },
  scope_missing: {
    status: 403,
    title: { en: 'Scope missing', 'zh-CN': '权限范围不足' },
    detail: {
      en: 'The token lacks a scope that this operation takes. Ask for a token with the scopes in "required_scopes".',
      'zh-CN': '令牌缺少此操作所需的权限范围，请使用 required_scopes 中的范围重新获取令牌。',
    },
  },
  ordinary_user_not_allowed: {
    status: 403,
    title: { en: 'Not for ordinary members', 'zh-CN': '普通成员不可操作' },
    detail: {
      en: 'Of persons, only the founder and administrators may end an association.',
      'zh-CN': '只有企业创建人和管理员可以解除组织关联。',
    },
    remediation: 'contact_admin',
  },
  app_required: {
    status: 403,
    title: { en: 'App required', 'zh-CN': '仅限应用调用' },
    detail: {
      en: 'This operation takes the token of an app, not of a person.',
      'zh-CN': '此操作需要应用令牌，不能使用个人令牌。',
    },
  },
  account_restricted: {
    status: 403,
    title: { en: 'Account restricted', 'zh-CN': '账号受限' },
    detail: {
      en: 'The account is frozen, banned, suspended or abnormal and can do nothing itself. An administrator can help.',
      'zh-CN': '账号处于冻结、封禁、暂停使用或异常状态，无法自行操作，请联系企业管理员。',
    },
    remediation: 'contact_admin',
  },
  org_not_authorized: {
    status: 403,
    title: { en: 'Not authorized by the organisation', 'zh-CN': '未获组织授权' },
    detail: {
      en: 'The token acts for no organisation that authorises the app. An administrator of the organisation has to authorise it.',
      'zh-CN': '令牌未对应任何已授权该应用的组织，请由组织管理员进行授权。',
    },
    remediation: 'contact_admin',
  },
  not_found: {
    status: 404,
    title: { en: 'Not found', 'zh-CN': '未找到' },
    detail: { en: 'There is nothing here. /docs lists every operation.', 'zh-CN': '此地址不存在，全部接口见 /docs。' },
  },
  association_not_found: {
    status: 404,
    title: { en: 'Association not found', 'zh-CN': '未找到组织关联' },
    detail: {
      en: 'The organisation has no such association; it may have been ended already. GET /v1.0/associations lists those there are.',
      'zh-CN': '本组织不存在该关联，可能已被解除；可通过 GET /v1.0/associations 查看现有关联。',
    },
  },
  event_not_found: {
    status: 404,
    title: { en: 'Event not found', 'zh-CN': '未找到事件' },
    detail: {
      en: 'The organisation has no such event that the token may read.',
      'zh-CN': '本组织没有该令牌可读取的此事件。',
    },
  },
  webhook_endpoint_not_found: {
    status: 404,
    title: { en: 'Webhook endpoint not found', 'zh-CN': '未找到 Webhook 端点' },
    detail: { en: 'The app has no such webhook endpoint.', 'zh-CN': '该应用没有此 Webhook 端点。' },
  },
  delivery_not_found: {
    status: 404,
    title: { en: 'Delivery not found', 'zh-CN': '未找到投递记录' },
    detail: { en: 'The app has no such delivery.', 'zh-CN': '该应用没有此投递记录。' },
  },
  account_not_found: {
    status: 404,
    title: { en: 'Account not found', 'zh-CN': '未找到账号' },
    detail: { en: 'There is no such active account.', 'zh-CN': '不存在该有效账号。' },
  },
  method_not_allowed: {
    status: 405,
    title: { en: 'Method not allowed', 'zh-CN': '不支持的请求方法' },
    detail: { en: 'The header "Allow" names the methods of this path.', 'zh-CN': '此地址支持的方法见响应头 Allow。' },
  },
  webhook_endpoint_disabled: {
    status: 409,
    title: { en: 'Webhook endpoint disabled', 'zh-CN': 'Webhook 端点已停用' },
    detail: { en: 'Nothing is sent to a disabled endpoint.', 'zh-CN': '已停用的端点不会收到任何投递。' },
  },
  idempotency_in_progress: {
    status: 409,
    title: { en: 'Request in progress', 'zh-CN': '请求正在处理' },
    detail: {
      en: 'The first request with this Idempotency-Key is still running. Try again with the same key.',
      'zh-CN': '使用此 Idempotency-Key 的首个请求仍在处理，请稍后使用相同的键重试。',
    },
    remediation: 'retry',
  },
  payload_too_large: {
    status: 413,
    title: { en: 'Payload too large', 'zh-CN': '请求体过大' },
    detail: { en: 'A body may have 1 MiB at most.', 'zh-CN': '请求体最大为 1 MiB。' },
  },
  unsupported_media_type: {
    status: 415,
    title: { en: 'Unsupported media type', 'zh-CN': '不支持的媒体类型' },
    detail: {
      en: 'Send the body as "Content-Type: application/json" in UTF-8, plain or compressed with gzip, deflate or br.',
      'zh-CN': '请以 “Content-Type: application/json”（UTF-8 编码）发送请求体。',
    },
  },
  association_dept_mismatch: {
    status: 422,
    title: { en: 'Wrong department', 'zh-CN': '部门不匹配' },
    detail: {
      en: 'The association with this organisation is attached to another department than "dept_id". Nothing was ended.',
      'zh-CN': '与该组织的关联并不在 dept_id 指定的部门下，未解除任何关联。',
    },
  },
  idempotency_key_reused: {
    status: 422,
    title: { en: 'Idempotency key reused', 'zh-CN': '幂等键被重复使用' },
    detail: {
      en: 'This Idempotency-Key was used for another request within 24 hours. Use a new key for a new request.',
      'zh-CN': '此 Idempotency-Key 在 24 小时内已用于其他请求，新请求请使用新的键。',
    },
  },
  internal_error: {
    status: 500,
    title: { en: 'Internal error', 'zh-CN': '服务器内部错误' },
    detail: {
      en: 'The server made a mistake and changed nothing. Quote the request_id when you report it.',
      'zh-CN': '服务器内部错误，未作任何更改；反馈时请提供 request_id。',
    },
  },
  unavailable: {
    status: 503,
    title: { en: 'Unavailable', 'zh-CN': '服务暂不可用' },
    detail: {
      en: 'The server cannot answer now and changed nothing. Try again.',
      'zh-CN': '服务器暂时无法响应，未作任何更改，请稍后重试。',
    },
    remediation: 'retry',
  },
}
