import type { Scope } from '@sendoff/api'

/** The weight of a permission for the person who gives it: viewing, changing, or acts that can't be undone. */
export type Weight = 'see' | 'change' | 'final'

type Sentence = { weight: Weight; en: string; 'zh-CN': string }

/** Every permission in plain words. */
export const scopeSentences: Record<Scope, Sentence> = {
  'org:read': {
    weight: 'see',
    en: 'See the organisation’s name, departments, administrators and policies',
    'zh-CN': '查看组织名称、部门、管理员和各项策略',
  },
  'org:association:read': {
    weight: 'see',
    en: 'See which organisations are associated with yours',
    'zh-CN': '查看与本组织有关联的组织',
  },
  'member:read': {
    weight: 'see',
    en: 'See members, their contact details, and who has departed',
    'zh-CN': '查看成员及其联系方式，以及离职记录',
  },
  'receipt:read': {
    weight: 'see',
    en: 'See whether the connected systems have acted on departures',
    'zh-CN': '查看各接入系统对离职的处理情况',
  },
  'erasure:read': {
    weight: 'see',
    en: 'See which departed accounts were erased',
    'zh-CN': '查看已离职账号的个人数据删除记录',
  },
  'legal_hold:read': {
    weight: 'see',
    en: 'See legal holds on departures, with their reasons',
    'zh-CN': '查看离职记录的法律保留及其原因',
  },
  'leave_application:read': {
    weight: 'see',
    en: 'See applications to leave and their outcomes',
    'zh-CN': '查看退出申请及其审批结果',
  },
  'resource:read': {
    weight: 'see',
    en: 'See what members own, such as documents and calendars',
    'zh-CN': '查看成员名下的资源，例如文档和日历',
  },
  'account:read': {
    weight: 'see',
    en: 'See your accounts, the organisations you joined, and your notifications',
    'zh-CN': '查看您的账号、已加入的组织和通知',
  },
  'app:read': {
    weight: 'see',
    en: 'See the organisation’s apps and which apps it has authorised',
    'zh-CN': '查看组织的应用以及已授权的应用',
  },
  'event:read': {
    weight: 'see',
    en: 'See events in the organisation, as far as the other permissions allow',
    'zh-CN': '在其他权限允许的范围内，查看组织内发生的事件',
  },
  'webhook:read': {
    weight: 'see',
    en: 'See webhook endpoints and their deliveries: the app’s own, and with your account those of your organisation’s apps',
    'zh-CN': '查看 Webhook 端点和投递记录：该应用自己的，以及凭您的账号查看本组织应用的',
  },
  'audit:read': {
    weight: 'see',
    en: 'Read the audit log: who changed what, and when',
    'zh-CN': '查看审计日志：谁在何时更改了什么',
  },
  'org:write': {
    weight: 'change',
    en: 'Change the organisation’s name and departments',
    'zh-CN': '修改组织名称和部门',
  },
  'org:policy:write': {
    weight: 'change',
    en: 'Decide if members need approval to leave',
    'zh-CN': '设置成员退出是否需要审批',
  },
  'org:association:write': {
    weight: 'change',
    en: 'Invite other organisations to associate, and answer their invitations',
    'zh-CN': '邀请其他组织建立关联，并处理收到的邀请',
  },
  'member:write': {
    weight: 'change',
    en: 'Add members, change their details, and appoint or remove administrators',
    'zh-CN': '添加成员、修改成员资料，以及设置或取消管理员',
  },
  'member:condition:write': {
    weight: 'change',
    en: 'Freeze, ban or suspend members, and lift these restrictions',
    'zh-CN': '冻结、封禁或暂停成员账号，以及解除限制',
  },
  'member:restore': {
    weight: 'change',
    en: 'Bring departed members back while that is possible',
    'zh-CN': '在恢复期限内恢复已离职的成员',
  },
  'receipt:write': {
    weight: 'change',
    en: 'Report that a system has acted on a departure, or ask it again',
    'zh-CN': '回报系统对离职的处理结果，或再次催办',
  },
  'erasure:write': {
    weight: 'change',
    en: 'Erase the personal data of people who have departed, for good',
    'zh-CN': '永久删除离职人员的个人数据',
  },
  'legal_hold:write': {
    weight: 'change',
    en: 'Place and release legal holds on departures',
    'zh-CN': '对离职记录设置或解除法律保留',
  },
  'leave_application:review': {
    weight: 'change',
    en: 'Approve or reject applications to leave',
    'zh-CN': '批准或驳回退出申请',
  },
  'resource:write': {
    weight: 'change',
    en: 'Register what members own, such as documents and calendars',
    'zh-CN': '登记成员名下的资源，例如文档和日历',
  },
  'account:write': {
    weight: 'change',
    en: 'Create an organisation in your name',
    'zh-CN': '以您的名义创建组织',
  },
  'app:write': {
    weight: 'change',
    en: 'Create, change and delete apps with no more permissions than those listed here, and end the authorisation of apps',
    'zh-CN': '创建、修改和删除应用（应用的权限不超过此处所列权限），以及取消对应用的授权',
  },
  'webhook:write': {
    weight: 'change',
    en: 'Set up webhook endpoints: the app’s own, and with your account those of your organisation’s apps',
    'zh-CN': '设置 Webhook 端点：该应用自己的，以及凭您的账号设置本组织应用的',
  },
  'org:unlink': {
    weight: 'final',
    en: 'End associations with other organisations immediately',
    'zh-CN': '立即解除与其他组织的关联',
  },
  'org:dissolve': {
    weight: 'final',
    en: 'Dissolve the organisation with all its accounts, 72 hours later',
    'zh-CN': '解散组织及其全部账号（72 小时后生效）',
  },
  'org:founder:transfer': {
    weight: 'final',
    en: 'Transfer the founder role to somebody else',
    'zh-CN': '将创建人身份转让给他人',
  },
  'member:offboard': {
    weight: 'final',
    en: 'Offboard members and hand over what they own',
    'zh-CN': '为成员办理离职并交接其资源',
  },
  'member:leave': {
    weight: 'final',
    en: 'Leave the organisation in your name, or apply to leave it',
    'zh-CN': '以您的名义退出组织，或提交退出申请',
  },
  'account:deregister': {
    weight: 'final',
    en: 'Deregister this account',
    'zh-CN': '注销此账号',
  },
}
