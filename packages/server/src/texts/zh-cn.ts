import type { Translation } from './translation.ts'

/** The texts of problems and faults in simplified Chinese, in the order of the English. */
export const zhCN: Translation = {
  problems: {
    // Requests
    invalid_request: { title: '请求无效', detail: '请求不符合接口约定，出错位置详见 errors。' },
    not_found: { title: '未找到', detail: '请求的地址不存在，全部接口请参见 /docs。' },
    method_not_allowed: { title: '不支持的请求方法', detail: '该地址支持的方法请参见响应头 Allow。' },
    payload_too_large: { title: '请求体过大', detail: '请求体不能超过 1 MiB，且不能包含超过 40,000 个值。' },
    unsupported_media_type: {
      title: '不支持的媒体类型',
      detail:
        '请以 “Content-Type: application/json”（UTF-8 编码）发送请求体，可不压缩，也可使用 gzip、deflate 或 br 压缩。',
    },
    idempotency_in_progress: {
      title: '请求正在处理',
      detail: '使用此 Idempotency-Key 的首个请求仍在处理，请稍后使用相同的键重试。',
    },
    idempotency_key_reused: {
      title: '幂等键被重复使用',
      detail: '此 Idempotency-Key 在 24 小时内已用于其他请求，新请求请使用新的键。',
    },
    rate_limited: { title: '请求过于频繁', detail: '请按 Retry-After 指定的时间等待后重试。' },
    internal_error: {
      title: '服务器内部错误',
      detail: '服务器内部错误，未作任何更改。反馈问题时请提供 request_id。',
    },
    unavailable: { title: '服务暂不可用', detail: '服务器暂时无法响应，未作任何更改，请稍后重试。' },

    // Tokens and callers
    token_missing: {
      title: '缺少令牌',
      detail: '请在请求头 “Authorization: Bearer …” 中携带访问令牌，可通过 POST /oauth2/token 获取。',
    },
    token_invalid: { title: '令牌无效', detail: '该访问令牌不是由本服务器为此 API 签发的。' },
    token_expired: { title: '令牌已过期', detail: '访问令牌已过期，请重新获取。' },
    token_revoked: { title: '令牌已失效', detail: '该令牌所属的应用或账号已不存在或已变更，请重新获取令牌。' },
    scope_missing: {
      title: '权限范围不足',
      detail: '令牌缺少此操作所需的权限范围，请使用 required_scopes 中的权限范围重新获取令牌。',
    },
    app_required: { title: '仅限应用调用', detail: '此操作需要使用应用的令牌，不能使用个人的令牌。' },
    user_required: { title: '仅限个人操作', detail: '此操作需要使用个人的令牌，不能使用应用的令牌。' },
    account_restricted: {
      title: '账号受限',
      detail: '账号处于冻结、封禁、暂停使用或异常状态，无法执行此操作，请联系管理员。',
    },
    admin_required: { title: '需要管理员权限', detail: '仅创建人和管理员可以执行此操作。' },
    founder_required: { title: '需要创建人身份', detail: '仅组织的创建人可以执行此操作。' },
    ordinary_user_not_allowed: { title: '普通成员不可操作', detail: '仅创建人和管理员可以解除组织关联。' },
    origin_not_allowed: {
      title: '不允许的来源',
      detail: '请求头 Origin 所指的网页不能使用此应用。请把浏览器发送的来源原样添加到应用的 "allowed_origins" 中。',
    },
    org_not_authorized: {
      title: '未获组织授权',
      detail: '令牌未对应任何已授权该应用的组织，请由组织管理员进行授权。',
    },
    own_case: {
      title: '不能处理与自己有关的事项',
      detail: '任何人都不能处理与自己有关的事项，也不能通过自己创建或提供过凭据的应用处理，请由其他管理员操作。',
    },

    // Accounts
    account_exists: { title: '账号已存在', detail: '该用户已有个人账号，请直接登录或找回密码。' },
    address_in_use: {
      title: '地址已被使用',
      detail: '该邮箱或手机号已用于登录其他账号，请换一个，或先注销使用它的账号。',
    },
    account_not_found: { title: '未找到账号', detail: '账号不存在或已失效。' },
    personal_account_required: { title: '需要个人账号', detail: '请使用个人账号创建组织。' },
    consent_not_found: { title: '未找到授权', detail: '您没有此授权，或该授权已结束。' },
    code_invalid: { title: '验证码无效', detail: '验证码错误、已使用或已过期，请重新获取。' },
    password_incorrect: { title: '密码错误', detail: '密码错误，未作任何更改。' },
    too_many_attempts: {
      title: '尝试次数过多',
      detail: '错误次数过多，请按 Retry-After 指定的时间等待后重试。',
    },

    // Organisations
    organization_not_found: { title: '未找到组织', detail: '该组织不存在。' },
    founder_must_transfer: {
      title: '创建人需先转让',
      detail: '创建人不能离开组织，也不能被限制或更改角色，请先将创建人身份转让给其他成员。',
    },
    dissolution_in_progress: { title: '组织正在解散', detail: '该组织正在解散，创建人可以取消解散。' },
    dissolution_not_found: { title: '未找到解散申请', detail: '当前没有进行中的解散。' },
    confirm_name_mismatch: { title: '名称不匹配', detail: 'confirm_name 必须与组织名称一致，包括大小写。' },

    // Associations and their invitations
    association_not_found: {
      title: '未找到组织关联',
      detail: '本组织没有此关联，可能已被解除。可通过 GET /v1.0/associations 查看现有关联。',
    },
    association_exists: { title: '已存在组织关联', detail: '两个组织之间已存在关联。' },
    association_dept_mismatch: {
      title: '部门不匹配',
      detail: '与该组织的关联不在 dept_id 指定的部门下，未解除任何关联。',
    },
    scheduled_unlink_not_found: { title: '未找到定时解除', detail: '本组织没有安排此定时解除关联。' },
    scheduled_unlink_exists: {
      title: '已安排定时解除',
      detail: '本组织已为该关联安排了解除时间；如需改为其他时间，请先取消原安排。',
    },
    scheduled_unlink_not_pending: { title: '定时解除已结束', detail: '该定时解除已执行、已取消或已失败。' },
    invitation_not_found: { title: '未找到邀请', detail: '本组织没有此邀请。' },
    invitation_closed: { title: '邀请已结束', detail: '该邀请已被接受、拒绝或撤回。' },
    invitation_expired: { title: '邀请已过期', detail: '该邀请在 14 天内未被处理，已过期。' },
    invitation_refused: {
      title: '对方不接受邀请',
      detail: '该组织不接受本组织的邀请，请通过其他方式联系对方。',
    },
    block_not_found: { title: '未找到屏蔽记录', detail: '未屏蔽该组织。' },

    // Departments
    department_not_found: { title: '未找到部门', detail: '本组织没有此部门。' },
    root_department: { title: '根部门', detail: '部门 1 是组织的根部门，不能移动或删除。' },
    department_not_empty: {
      title: '部门不为空',
      detail: '部门中仍有内容，数量见 contents。请通过 move_to 指定接收这些内容的部门。',
    },
    department_deletion_running: {
      title: '正在删除部门',
      detail: '有部门正在被删除。删除完成前，不能移动或删除任何部门，也不能在该部门下新增内容。',
    },

    // Members
    member_not_found: { title: '未找到成员', detail: '本组织没有此成员。' },
    member_exists: { title: '成员已存在', detail: '已有成员使用相同的邮箱、手机号或编号，详见 conflicts。' },
    other_accounts: {
      title: '还有其他账号',
      detail: '该成员在本组织之外也使用同一地址登录，只能由本人更改：POST /v1.0/me/address。',
    },
    departure_restorable: {
      title: '离职可撤销',
      detail:
        '使用相同邮箱、手机号或编号的已离职成员仍可恢复。请恢复 departure_id，或在添加成员时说明：同一人填写 rehire_of，另一人填写 new_person。',
    },
    membership_not_accepted: {
      title: '尚未接受加入',
      detail:
        '该用户还有其他账号，且尚未接受加入本组织，请先调用 POST /v1.0/membership-invitations/{account_id}/accept 接受。',
    },
    last_admin: {
      title: '最后一位管理员',
      detail: '最后一位可用且不即将离开的管理员不能离开组织、被取消管理员身份或被限制，请先将其他成员设为管理员。',
    },
    resource_not_found: { title: '未找到资源', detail: '本组织没有此资源。' },

    // Departures
    already_departed: { title: '成员已离职', detail: '该成员已经离职。' },
    sole_member_must_dissolve: {
      title: '唯一成员需解散组织',
      detail: '创建人是组织的唯一成员，请改为解散组织。',
    },
    admin_cannot_leave_instantly: {
      title: '管理员不能直接退出',
      detail: '仅普通成员可以直接退出。请注销账号，或由其他管理员为您办理离职。',
    },
    approval_required: {
      title: '需要审批',
      detail: '该组织要求成员退出前经过审批，请先提交退出申请（POST /v1.0/leave-applications）。',
    },
    leave_application_not_found: { title: '未找到退出申请', detail: '本组织没有此退出申请。' },
    application_pending: {
      title: '已有进行中的申请',
      detail: '该成员已有一个进行中的退出申请，须先审批、确认或撤回。',
    },
    application_not_approved: { title: '申请尚未通过', detail: '申请通过审批后才能确认退出。' },
    application_closed: { title: '申请已结束', detail: '该申请已被拒绝、已撤回、已确认或已过期。' },
    personal_account_not_offboardable: { title: '个人账号', detail: '个人账号只能由本人注销。' },
    offboarding_not_found: { title: '未找到离职操作', detail: '本组织没有此离职操作。' },
    offboarding_exists: { title: '已安排离职', detail: '该成员已有一个待生效的离职操作。' },
    offboarding_not_pending: { title: '离职操作已结束', detail: '该离职操作已执行、已取消或已失败。' },
    offboarding_batch_not_found: { title: '未找到批次', detail: '本组织没有此批次。' },
    offboarding_batch_ended: { title: '批次已结束', detail: '该批次的各项均已处理完毕，或批次已取消。' },
    preview_not_found: { title: '未找到预览', detail: '没有此预览，或预览已过期，请重新预览。' },
    preview_stale: {
      title: '预览已失效',
      detail: '预览已过期，或成员、其资源或交接方式在预览后有变更，请重新预览。',
    },
    handover_running: {
      title: '交接进行中',
      detail: '该离职记录的交接仍在进行，请在其状态变为 completed 后重试。',
    },
    effective_at_in_past: {
      title: '时间已过',
      detail: 'effective_at 必须是将来的时间；如需立即生效，请不要填写该字段。',
    },
    recipient_invalid: {
      title: '接收人无效',
      detail: '接收人必须是本组织的其他在职成员，且不能正在离职或处于受限状态。',
    },
    departure_not_found: { title: '未找到离职记录', detail: '本组织没有此离职记录。' },
    already_restored: { title: '成员已恢复', detail: '该离职已被撤销，成员已恢复。' },
    account_not_restorable: {
      title: '无法恢复',
      detail: '该离职无法撤销：已注销的个人账号和已解散的组织均无法恢复。',
    },
    restore_conflict: {
      title: '恢复冲突',
      detail: '其他在职成员正在使用相同的邮箱、手机号或编号，或本人已无法用该地址登录，各项冲突详见 conflicts。',
    },
    restore_window_expired: { title: '已超过恢复期限', detail: '仅可在 restorable_until 之前恢复。' },
    account_not_departed: { title: '账号尚未离职', detail: '仅可删除已离职账号的个人数据，请先为该成员办理离职。' },
    erasure_not_found: { title: '未找到删除记录', detail: '本组织没有此个人数据删除记录。' },
    erasure_exists: { title: '已删除', detail: '该账号的个人数据已删除，或正在删除。' },
    erasure_request_not_found: { title: '未找到删除申请', detail: '本组织没有此个人数据删除申请。' },
    erasure_request_exists: { title: '已提交过申请', detail: '已向该组织申请删除此账号的个人数据，组织尚未作出决定。' },
    erasure_request_decided: { title: '申请已处理', detail: '该删除申请已被批准或拒绝。' },
    legal_hold_not_found: { title: '未找到法律保留', detail: '本组织没有此法律保留。' },
    legal_hold_standing: {
      title: '处于法律保留中',
      detail: '该账号的离职记录处于法律保留中。待相关法律事项允许后，可由管理员解除。',
    },
    legal_hold_released: { title: '法律保留已解除', detail: '该法律保留此前已解除。' },
    founder_replacement_not_found: { title: '未找到创建人变更', detail: '本组织没有此创建人变更。' },
    founder_replacement_ended: {
      title: '创建人变更已结束',
      detail: '该创建人变更已结束，无需再提出异议；请查看其结果。',
    },

    // Apps
    app_not_found: { title: '未找到应用', detail: '本组织没有此应用。' },
    too_many_apps: { title: '应用数量已达上限', detail: '每个组织最多拥有 100 个应用，请先删除不再使用的应用。' },
    authorization_not_found: { title: '未找到授权', detail: '本组织没有此授权。' },
    app_uses_no_secret: {
      title: '该应用不使用密钥',
      detail: '该应用使用公钥认证，或是公共客户端。只有使用密钥认证的应用才能拥有密钥。',
    },
    secret_not_found: { title: '未找到密钥', detail: '该应用没有此密钥。' },
    last_secret: {
      title: '唯一的密钥',
      detail: '这是唯一的密钥，请改为轮换；将 overlap_seconds 设为 0 可立即吊销旧密钥。',
    },
    too_many_secrets: { title: '已有两个密钥', detail: '最多可同时拥有两个密钥，请先删除一个。' },

    // Events and webhooks
    event_not_found: { title: '未找到事件', detail: '本组织没有该令牌可读取的此事件。' },
    cursor_expired: {
      title: '游标已过期',
      detail:
        'after 之后的部分事件已不存在：已超过 30 天，或平台已恢复到更早的时刻。请将 after 设为 oldest_sequence 减 1 后继续，并将您的数据与现有成员核对。',
    },
    webhook_endpoint_not_found: { title: '未找到 Webhook 端点', detail: '该应用没有此 Webhook 端点。' },
    webhook_endpoint_disabled: { title: 'Webhook 端点已停用', detail: '不会向已停用的端点发送任何内容。' },
    webhook_endpoint_unverified: {
      title: 'Webhook 端点未验证',
      detail: '端点尚未响应验证请求，可调用 POST /v1.0/webhook-endpoints/{endpoint_id}/verify 重新发送。',
    },
    too_many_webhook_endpoints: {
      title: 'Webhook 端点数量已达上限',
      detail: '每个应用最多 250 个端点，同一组织的所有应用合计最多 1,000 个，请先删除一个。',
    },
    delivery_not_found: { title: '未找到投递记录', detail: '该应用没有此投递记录。' },
    receipt_not_found: { title: '未找到回执', detail: '该组织没有此回执。' },
    receipt_ambiguous: {
      title: '存在多个回执',
      detail: '该应用有多个端点需要为此事件提交回执，请用 endpoint_id 指明其中一个。',
    },
    receipt_settled: { title: '回执已办结', detail: '该回执已是“完成”或“不适用”状态。' },
    recovery_not_found: { title: '未找到补发任务', detail: '该端点没有此补发任务。' },
  },

  additions: {
    sign_in_elsewhere:
      '该成员使用本组织已知的地址登录，并在组织之外还有账号。若不事先更改地址，邮箱或手机号的下一位使用者将能访问这些账号。',
    sign_in_elsewhere_own:
      '您使用本组织已知的地址登录，并在组织之外还有账号。若不事先更改地址，邮箱或手机号的下一位使用者将能访问这些账号。',
    first_fault: '{in} {pointer}：{detail}',
    more_faults: '（另有 {count} 处）',
    required_scopes: '需要的权限范围：{scopes}。',
  },

  faults: {
    // Any request
    'request.unknown': '不能填写：此操作没有这个参数',
    'request.percent_encoding': '必须是百分号编码的 UTF-8（RFC 3986）',
    'body.none': '不能填写：此操作没有请求体',
    'body.incomplete': '必须完整送达',
    'body.compression': '必须按 Content-Encoding 声明的方式压缩',
    'body.json': '必须是有效的 JSON：{reason}',
    'body.depth': '嵌套不能超过 32 层',
    'header.idempotency_key': '必须是 1 到 255 个可打印的 ASCII 字符，且不能含有空格',
    'header.last_event_id': '必须是某个事件的序号',
    'query.cursor': '必须是同一列表、同样筛选条件下某一页返回的 next_cursor',
    'list.duplicate': '不能重复',

    // Texts and names
    'text.storable': '必须是文本，且不能含有 U+0000 或不成对的代理项',
    'text.filled': '不能只有空白字符，也不能含有 U+0000 或不成对的代理项',
    'text.lines': '除换行外不能含有控制字符',
    'email.grammar': '必须是邮箱地址，例如 ada@example.com，且不能含有显示名称、引号或空格',
    'email.domain': '@ 之后必须是有效的互联网域名，例如 example.com',
    'email.length': '不能超过 254 个字符（国际化域名按 Punycode 计算）',
    'phone.digits': '必须是带国家或地区代码的电话号码，例如 +86 138 0013 8000',
    'phone.country': '必须以 + 或 00 及有效的国家或地区代码开头，例如 +86 138 0013 8000',
    'phone.length': '位数必须符合该国家或地区的号码规则',
    'phone.extension': '不能含有分机号',
    'name.readable': '不能只有空白字符，也不能含有控制字符或不可见字符',
    'name.visible': '不能含有控制字符或不可见字符',
    'name.platform': '不能与本平台的名称相同或近似',

    // Accounts and members
    'address.code_missing': '必须填写：该成员已接受加入，新地址须经验证',
    'address.none_to_replace': '必须是该登录已有的地址类型',
    'address.missing': '必须填写邮箱或手机号',
    'address.two': '已填写手机号时不能填写',
    'rehire.new_person': '填写 rehire_of 时不得填写：成员要么是同一人，要么是另一人',
    'restore.identity': '填写邮箱或手机号时不得填写',
    'address.email_missing': '未填写手机号时必须填写',
    'address.phone_unreachable': '不能填写：此服务器无法向手机号发送消息，请填写邮箱',
    'member.inactive': '必须是该组织的在职成员',
    'member.own_manager': '必须是其他成员',
    'notifications.choice': '必须且只能提供 notification_ids 或 up_to 之一',
    'member.restricted': '必须是未被限制的成员',
    'member.successor': '必须是本组织的其他在职成员，且未处于受限状态',
    'department.unknown': '必须是该组织的部门',
    'department.deleting': '不能是正在被删除的部门，也不能位于其下',
    'department.below': '不能是该部门本身或其下级部门',
    'department.depth': '部门层级不能超过 50 级',

    // Policies
    'policy.departments_unused': '必须为空：instant_leave 没有指定部门',
    'policy.departments_missing': '必须填写 instant_leave 所指的部门',

    // Associations
    'association.own': '必须是其他组织',
    'association.invited': '必须是没有待处理邀请的组织：邀请 {invitation_id} 尚未得到答复',

    // Handover and resources
    'handover.resource': '必须是该成员的资源',
    'handover.recipient': '不能填写：仅转移时可以指定接收人',
    'handover.choice': '必须在 recipient_id、by_kind 或 by_resource 中指定接收人',
    'handover.not_held': '必须是该离职成员处于保留状态的资源',
    'handover.deletion': '必须是 transfer 或 hold：按该组织的策略，成员自行离开时不能删除资源',
    'resource.held': '资源处于保留状态时不能更改',
    'resource.handed_over': '资源正在交接，不能更改',

    // Batches
    'batch.filter_empty': '必须至少包含一个条件，以免误操作',
    'batch.filter_wide': '最多只能匹配 {most} 名成员；请缩小范围，分批操作',
    'batch.manager': '必须是本组织成员的账号',
    'batch.revision': '必须是同一筛选条件试运行返回的 revision',

    // Times
    'time.latest': '不能晚于公元 9999 年',
    'clock.backward': '不能早于时钟的当前时间 {time}',
    'clock.latest': '必须早于公元 9000 年',
    'clock.target': '必须且只能填写 to 或 by 中的一个',

    // Apps
    'app.scope': '必须是此类应用可以拥有的权限范围',
    'app.redirect_uris': '不能为空：公共客户端只能在用户同意后操作',
    'app.jwks_unused': '不能填写：仅用于 private_key_jwt',
    'app.jwks_missing': '使用 private_key_jwt 时必须填写',
    'app.key': '必须是适用于 ES256、EdDSA、PS256 或 RS256 的公钥',
    'app.kid': '不能与其他密钥的 kid 相同',
    'origin.form': '必须是浏览器发送的来源，例如 https://app.example：使用小写，主机和端口之后没有其他内容',
    'origin.scheme': '必须是 https，或指向回环地址的 http',
    'redirect_uri.absolute': '必须是完整的 http 或 https URI',
    'redirect_uri.private_use':
      '必须是 https、指向回环地址的 http，或名称中带点的自定义协议，例如 com.example.app:/callback',
    'redirect_uri.scheme': '必须是 https，或指向回环地址的 http',
    'redirect_uri.loopback': '指向回环地址时必须是 http，因为该应用是用户设备上的程序',
    'redirect_uri.fragment': '不能含有片段（#）',
    'redirect_uri.wildcard': '不能含有通配符',
    'redirect_uri.credentials': '不能含有用户名或密码',

    // Events and webhooks
    'event_types.unknown': '必须是事件类型，或能匹配到事件类型的通配符；全部类型可通过 GET /v1.0/event-types 查看',
    'recovery.start': '必须且只能填写 since 或 after_event_id 中的一个',
    'recovery.event': '必须是应用可以读取且仍被保留的事件',
    'receipt.of': '必须且只能填写 event_id 或 delivery_id 其中之一',
    'receipt.reason': '处理失败时必须填写原因，以便相关人员跟进',
    'webhook.app': '必须指定该端点所属的应用，且须为本组织的内部应用',
    'webhook.receipt_types': '仅可用于标记为执行离职清理（deprovisions）的端点',
    'webhook.receipts_unreceived': '只能包含该端点按 event_types 会接收的类型',
    'webhook.deprovisions': '该端点不接收任何需要回执的事件类型，不能设为 true，请检查其 event_types',
    'webhook.header': '不能使用保留名称',
    'webhook.headers': '更换到其他源时必须填写：请重新填写请求头，不需要请求头时填 []',
    'url.absolute': 'URL 必须是有效的完整 URL。',
    'url.scheme': 'URL 必须使用 https。',
    'url.credentials': 'URL 不能含有用户名或密码。',
    'url.port': '端口必须是 443、8443，或不小于 1024。',
    'url.host': '主机必须是公网域名。',
    'url.address': '主机必须有公网地址。',
  },
}
