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
  webhook_endpoint_unverified: {
    status: 409,
    title: { en: 'Webhook endpoint not verified', 'zh-CN': 'Webhook 端点未验证' },
    detail: {
      en: 'The endpoint has not answered its challenge yet. POST /v1.0/webhook-endpoints/{endpoint_id}/verify sends another.',
      'zh-CN': '端点尚未通过验证，可调用 POST /v1.0/webhook-endpoints/{endpoint_id}/verify 重新发送验证请求。',
    },
    remediation: 'retry',
  },
  last_secret: {
    status: 409,
    title: { en: 'Only secret', 'zh-CN': '唯一的密钥' },
    detail: {
      en: 'It is the only secret. Rotate it instead; "overlap_seconds": 0 revokes it at once.',
      'zh-CN': '这是唯一的密钥，请改为轮换；overlap_seconds 为 0 时立即吊销旧密钥。',
    },
  },
  recovery_not_found: {
    status: 404,
    title: { en: 'Recovery not found', 'zh-CN': '未找到补发任务' },
    detail: { en: 'The endpoint has no such recovery.', 'zh-CN': '该端点没有此补发任务。' },
  },
  cursor_expired: {
    status: 410,
    title: { en: 'Cursor expired', 'zh-CN': '游标已过期' },
    detail: {
      en: 'Events after "after" are gone: they are older than 30 days, or the platform was restored to a moment before it. Go on with "after" one below "oldest_sequence", and compare what you have with the members there are.',
      'zh-CN':
        'after 之后的部分事件已不存在：已超过 30 天被清除，或平台已恢复到更早的时刻；请从 oldest_sequence 减一处继续，并核对现有数据。',
    },
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
    detail: {
      en: 'A body may have 1 MiB and 40,000 values at most.',
      'zh-CN': '请求体最大为 1 MiB，且最多包含 40,000 个值。',
    },
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
  account_exists: {
    status: 409,
    title: { en: 'Account exists', 'zh-CN': '账号已存在' },
    detail: {
      en: 'This person has a personal account already. Sign in, or recover the password.',
      'zh-CN': '该用户已有个人账号，请直接登录或找回密码。',
    },
  },
  account_not_restorable: {
    status: 410,
    title: { en: 'Not restorable', 'zh-CN': '无法恢复' },
    detail: {
      en: 'This departure can’t be undone: a personal account and a dissolved organisation are gone for good.',
      'zh-CN': '个人账号或已解散组织的账号无法恢复。',
    },
  },
  admin_cannot_leave_instantly: {
    status: 409,
    title: { en: 'Administrators do not leave instantly', 'zh-CN': '管理员不能直接退出' },
    detail: {
      en: 'The instant way out is for ordinary members. Deregister the account, or have another administrator offboard it.',
      'zh-CN': '直接退出仅适用于普通成员，管理员请注销账号，或由其他管理员操作离职。',
    },
    remediation: 'contact_admin',
  },
  admin_required: {
    status: 403,
    title: { en: 'Administrator required', 'zh-CN': '需要管理员权限' },
    detail: {
      en: 'Of persons, only the founder and administrators may do this.',
      'zh-CN': '仅企业创建人和管理员可以执行此操作。',
    },
    remediation: 'contact_admin',
  },
  already_departed: {
    status: 409,
    title: { en: 'Already departed', 'zh-CN': '成员已离职' },
    detail: { en: 'The member has departed already.', 'zh-CN': '该成员已经离职。' },
  },
  already_restored: {
    status: 409,
    title: { en: 'Already restored', 'zh-CN': '成员已恢复' },
    detail: { en: 'The departure was undone already.', 'zh-CN': '该离职记录已被恢复。' },
  },
  app_not_found: {
    status: 404,
    title: { en: 'App not found', 'zh-CN': '未找到应用' },
    detail: { en: 'The organisation has no such app.', 'zh-CN': '本组织没有此应用。' },
  },
  application_closed: {
    status: 409,
    title: { en: 'Application closed', 'zh-CN': '申请已结束' },
    detail: {
      en: 'The application was decided, withdrawn, confirmed or has expired.',
      'zh-CN': '该申请已审批、撤回、确认或过期。',
    },
    remediation: 'contact_admin',
  },
  application_not_approved: {
    status: 409,
    title: { en: 'Application not approved', 'zh-CN': '申请尚未通过' },
    detail: {
      en: 'The application has to be approved before it can be confirmed.',
      'zh-CN': '申请通过审批后才能确认退出。',
    },
    remediation: 'contact_admin',
  },
  application_pending: {
    status: 409,
    title: { en: 'Application open', 'zh-CN': '已有进行中的申请' },
    detail: {
      en: 'The member has an open leave application already. An administrator decides on it.',
      'zh-CN': '该成员已有一个进行中的退出申请，由管理员审批。',
    },
    remediation: 'contact_admin',
  },
  approval_required: {
    status: 409,
    title: { en: 'Approval required', 'zh-CN': '需要审批' },
    detail: {
      en: 'The organisation wants an approval before a member leaves. Apply with POST /v1.0/leave-applications.',
      'zh-CN': '该组织启用了退出审批，请先提交退出申请（POST /v1.0/leave-applications）。',
    },
    remediation: 'contact_admin',
  },
  association_exists: {
    status: 409,
    title: { en: 'Association exists', 'zh-CN': '已存在组织关联' },
    detail: { en: 'The two organisations are associated already.', 'zh-CN': '两个组织之间已存在关联。' },
  },
  authorization_not_found: {
    status: 404,
    title: { en: 'Authorization not found', 'zh-CN': '未找到授权' },
    detail: { en: 'The organisation has no such authorization.', 'zh-CN': '本组织没有此授权。' },
  },
  code_invalid: {
    status: 403,
    title: { en: 'Code invalid', 'zh-CN': '验证码无效' },
    detail: {
      en: 'The verification code is wrong, was used or has expired. Ask for a new one.',
      'zh-CN': '验证码错误、已使用或已过期，请重新获取。',
    },
    remediation: 'retry',
  },
  confirm_name_mismatch: {
    status: 400,
    title: { en: 'Name does not match', 'zh-CN': '名称不匹配' },
    detail: {
      en: '"confirm_name" has to be the name of the organisation, letter by letter.',
      'zh-CN': 'confirm_name 必须与组织名称完全一致。',
    },
  },
  departure_not_found: {
    status: 404,
    title: { en: 'Departure not found', 'zh-CN': '未找到离职记录' },
    detail: { en: 'The organisation has no such departure.', 'zh-CN': '本组织没有此离职记录。' },
  },
  dissolution_in_progress: {
    status: 409,
    title: { en: 'Dissolution in progress', 'zh-CN': '组织正在解散' },
    detail: {
      en: 'The organisation is being dissolved. Its founder can cancel that.',
      'zh-CN': '该组织正在解散中，创建人可以取消解散。',
    },
    remediation: 'contact_admin',
  },
  dissolution_not_found: {
    status: 404,
    title: { en: 'Dissolution not found', 'zh-CN': '未找到解散申请' },
    detail: { en: 'No dissolution is under way.', 'zh-CN': '当前没有进行中的解散。' },
  },
  effective_at_in_past: {
    status: 400,
    title: { en: 'Time is past', 'zh-CN': '时间已过' },
    detail: {
      en: '"effective_at" has to be in the future; leave it out to act now.',
      'zh-CN': 'effective_at 必须是将来的时间；如需立即生效请省略该字段。',
    },
  },
  founder_must_transfer: {
    status: 409,
    title: { en: 'Founder has to transfer first', 'zh-CN': '创建人需先转让' },
    detail: {
      en: 'The founder can’t depart or be changed so. Make another member the founder first.',
      'zh-CN': '请先将创建人身份转让给其他成员。',
    },
    remediation: 'transfer_founder',
  },
  founder_required: {
    status: 403,
    title: { en: 'Founder required', 'zh-CN': '需要创建人身份' },
    detail: { en: 'Only the founder of the organisation may do this.', 'zh-CN': '仅企业创建人可以执行此操作。' },
    remediation: 'contact_admin',
  },
  block_not_found: {
    status: 404,
    title: { en: 'Block not found', 'zh-CN': '未找到屏蔽记录' },
    detail: { en: 'No such organisation is blocked.', 'zh-CN': '未屏蔽该组织。' },
  },
  invitation_refused: {
    status: 403,
    title: { en: 'Invitation refused', 'zh-CN': '对方不接受邀请' },
    detail: {
      en: 'The organisation takes no invitation from yours. Reach it by another way.',
      'zh-CN': '该组织不接受本组织的邀请，请通过其他方式联系对方。',
    },
  },
  membership_not_accepted: {
    status: 409,
    title: { en: 'Membership not accepted', 'zh-CN': '尚未接受加入' },
    detail: {
      en: 'The person has other accounts and has not accepted this membership. Accept it first: POST /v1.0/membership-invitations/{account_id}/accept.',
      'zh-CN':
        '该用户已有其他账号，且尚未接受加入本组织，请先调用 POST /v1.0/membership-invitations/{account_id}/accept 接受。',
    },
  },
  invitation_closed: {
    status: 409,
    title: { en: 'Invitation closed', 'zh-CN': '邀请已结束' },
    detail: { en: 'The invitation was accepted, declined or taken back.', 'zh-CN': '该邀请已被接受、拒绝或撤回。' },
  },
  invitation_expired: {
    status: 410,
    title: { en: 'Invitation expired', 'zh-CN': '邀请已过期' },
    detail: { en: 'The invitation was not answered within 14 days.', 'zh-CN': '该邀请在 14 天内未被处理，已过期。' },
  },
  invitation_not_found: {
    status: 404,
    title: { en: 'Invitation not found', 'zh-CN': '未找到邀请' },
    detail: { en: 'The organisation has no such invitation.', 'zh-CN': '本组织没有此邀请。' },
  },
  last_admin: {
    status: 409,
    title: { en: 'Last administrator', 'zh-CN': '最后一位管理员' },
    detail: {
      en: 'The last administrator who can act can’t depart, lose the role or be restricted. Make another member an administrator first.',
      'zh-CN': '最后一位可用的管理员不能离开、被取消权限或被限制，请先设置其他管理员。',
    },
    remediation: 'set_another_admin',
  },
  leave_application_not_found: {
    status: 404,
    title: { en: 'Leave application not found', 'zh-CN': '未找到退出申请' },
    detail: { en: 'The organisation has no such leave application.', 'zh-CN': '本组织没有此退出申请。' },
  },
  member_exists: {
    status: 409,
    title: { en: 'Member exists', 'zh-CN': '成员已存在' },
    detail: {
      en: '"conflicts" names the members who have this email, phone or number already.',
      'zh-CN': 'conflicts 列出了已使用相同邮箱、手机号或编号的成员。',
    },
  },
  member_not_found: {
    status: 404,
    title: { en: 'Member not found', 'zh-CN': '未找到成员' },
    detail: { en: 'The organisation has no such member.', 'zh-CN': '本组织没有此成员。' },
  },
  offboarding_batch_not_found: {
    status: 404,
    title: { en: 'Batch not found', 'zh-CN': '未找到批次' },
    detail: { en: 'The organisation has no such batch.', 'zh-CN': '本组织没有此批次。' },
  },
  offboarding_exists: {
    status: 409,
    title: { en: 'Offboarding scheduled', 'zh-CN': '已安排离职' },
    detail: { en: 'An offboarding of this member is scheduled already.', 'zh-CN': '该成员已有计划中的离职。' },
  },
  offboarding_not_found: {
    status: 404,
    title: { en: 'Offboarding not found', 'zh-CN': '未找到离职操作' },
    detail: { en: 'The organisation has no such offboarding.', 'zh-CN': '本组织没有此离职操作。' },
  },
  offboarding_not_pending: {
    status: 409,
    title: { en: 'Offboarding not pending', 'zh-CN': '离职操作已结束' },
    detail: {
      en: 'The offboarding was carried out, canceled or has failed.',
      'zh-CN': '该离职操作已执行、取消或失败。',
    },
  },
  organization_not_found: {
    status: 404,
    title: { en: 'Organisation not found', 'zh-CN': '未找到组织' },
    detail: { en: 'There is no such organisation.', 'zh-CN': '不存在此组织。' },
  },
  password_incorrect: {
    status: 403,
    title: { en: 'Password incorrect', 'zh-CN': '密码错误' },
    detail: { en: 'The password is wrong. Nothing was changed.', 'zh-CN': '密码错误，未作任何更改。' },
    remediation: 'contact_admin',
  },
  personal_account_not_offboardable: {
    status: 403,
    title: { en: 'Personal account', 'zh-CN': '个人账号' },
    detail: { en: 'A personal account can be deregistered by its owner only.', 'zh-CN': '个人账号只能由本人注销。' },
  },
  personal_account_required: {
    status: 403,
    title: { en: 'Personal account required', 'zh-CN': '需要个人账号' },
    detail: { en: 'An organisation is created from a personal account.', 'zh-CN': '请使用个人账号创建组织。' },
  },
  preview_stale: {
    status: 409,
    title: { en: 'Preview stale', 'zh-CN': '预览已过期' },
    detail: {
      en: 'The member, what they own or the handover has changed since the preview. Make a new one.',
      'zh-CN': '成员、其资源或交接方式在预览后已变更，请重新预览。',
    },
    remediation: 'retry',
  },
  rate_limited: {
    status: 429,
    title: { en: 'Too many requests', 'zh-CN': '请求过于频繁' },
    detail: { en: 'Wait as long as Retry-After says.', 'zh-CN': '请按 Retry-After 指定的时间等待后重试。' },
    remediation: 'retry',
  },
  recipient_invalid: {
    status: 400,
    title: { en: 'Recipient invalid', 'zh-CN': '接收人无效' },
    detail: {
      en: 'A recipient has to be another active member of the organisation, neither departing nor restricted.',
      'zh-CN': '接收人必须是本组织中状态正常的其他在职成员。',
    },
  },
  resource_not_found: {
    status: 404,
    title: { en: 'Resource not found', 'zh-CN': '未找到资源' },
    detail: { en: 'The organisation has no such resource.', 'zh-CN': '本组织没有此资源。' },
  },
  restore_conflict: {
    status: 409,
    title: { en: 'Restore conflict', 'zh-CN': '恢复冲突' },
    detail: {
      en: 'Another active member has the same email, phone or number. "conflicts" names all of them.',
      'zh-CN': '其他在职成员正在使用相同的邮箱、手机号或编号，详见 conflicts。',
    },
  },
  restore_window_expired: {
    status: 410,
    title: { en: 'Too late to restore', 'zh-CN': '已超过恢复期限' },
    detail: { en: 'A departure can be undone within 30 days.', 'zh-CN': '离职后 30 天内才能恢复。' },
  },
  secret_not_found: {
    status: 404,
    title: { en: 'Secret not found', 'zh-CN': '未找到密钥' },
    detail: { en: 'The app has no such secret.', 'zh-CN': '该应用没有此密钥。' },
  },
  sole_member_must_dissolve: {
    status: 409,
    title: { en: 'Sole member has to dissolve', 'zh-CN': '唯一成员需解散组织' },
    detail: {
      en: 'The founder is the only member. Dissolve the organisation instead.',
      'zh-CN': '创建人是唯一成员，请改为解散组织。',
    },
    remediation: 'dissolve',
  },
  too_many_attempts: {
    status: 429,
    title: { en: 'Too many attempts', 'zh-CN': '尝试次数过多' },
    detail: {
      en: 'Too many wrong attempts. Wait as long as Retry-After says.',
      'zh-CN': '错误次数过多，请按 Retry-After 指定的时间等待后重试。',
    },
    remediation: 'contact_admin',
  },
  app_uses_no_secret: {
    status: 409,
    title: { en: 'The app uses no secret', 'zh-CN': '该应用不使用密钥' },
    detail: {
      en: 'It authenticates with a key, or is a public client. Only an app that authenticates with a secret can have one.',
      'zh-CN': '该应用使用公钥认证，或是公共客户端。只有使用密钥认证的应用才能拥有密钥。',
    },
  },
  own_case: {
    status: 403,
    title: { en: 'Own case', 'zh-CN': '不能处理与自己有关的事项' },
    detail: {
      en: 'Nobody decides on their own case, nor does an app that they made or gave credentials. Another administrator can.',
      'zh-CN': '不能处理与自己有关的事项，也不能通过自己创建或持有凭证的应用处理，请由其他管理员操作。',
    },
    remediation: 'contact_admin',
  },
  too_many_apps: {
    status: 409,
    title: { en: 'Too many apps', 'zh-CN': '应用数量已达上限' },
    detail: {
      en: 'An organisation owns 100 apps at most. Delete one that is not used any more.',
      'zh-CN': '每个组织最多拥有 100 个应用，请先删除不再使用的应用。',
    },
  },
  too_many_secrets: {
    status: 409,
    title: { en: 'Two secrets already', 'zh-CN': '已有两个密钥' },
    detail: {
      en: 'There may be two secrets at a time. Delete one first.',
      'zh-CN': '最多同时拥有两个密钥，请先删除一个。',
    },
  },
  too_many_webhook_endpoints: {
    status: 409,
    title: { en: 'Too many webhook endpoints', 'zh-CN': 'Webhook 端点过多' },
    detail: {
      en: 'An app has at most 250 endpoints, and the apps of an organisation have at most 1,000 together. Delete one first.',
      'zh-CN': '每个应用最多 250 个端点，一个组织的所有应用合计最多 1000 个，请先删除一个。',
    },
  },
  user_required: {
    status: 403,
    title: { en: 'Person required', 'zh-CN': '仅限个人操作' },
    detail: {
      en: 'This operation takes the token of a person, not of an app.',
      'zh-CN': '此操作需要个人令牌，不能使用应用令牌。',
    },
  },
}
