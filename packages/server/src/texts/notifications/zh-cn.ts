import type { NotificationTexts } from './notification-texts.ts'

/** The Chinese texts of notifications. */
export const zhCN: NotificationTexts = {
  'leave_application.approved': {
    title: '退出申请已通过',
    detail: '请在 expires_at 之前输入密码确认退出；确认之前您仍是成员。',
  },
  'leave_application.rejected': {
    title: '退出申请未通过',
    detail: '您仍是成员；原因可见 comment。',
  },
  'leave_application.review_requested': {
    title: '有退出申请待您审批',
    detail: '请通过或驳回该申请；审批结束之前，申请人仍是成员。',
  },
  'account.departed': {
    title: '您的账号已停用',
    detail: '您已离开该组织。如有疑问，请联系该组织的管理员。',
  },
  'account.restored': {
    title: '您的账号已恢复',
    detail: '您可以重新在该组织中操作。',
  },
  'offboarding.failed': {
    title: '离职安排执行失败',
    detail: '该成员仍在职。请查看 code 中的原因并重新操作。',
  },
  'offboarding.recipients_departed': {
    title: '接收人或接替人已离职',
    detail: '有离职安排指定的人已离职，请为这些安排另选他人。',
  },
  'handover.recipient_unavailable': {
    title: '接收人无法接手',
    detail: '相关资源处于保留状态，请在清除之前交接给其他成员。',
  },
  'resources.received': {
    title: '您收到了交接的资源',
    detail: '这些资源原属一位离职成员，现归您所有，请查看。',
  },
  'webhook_endpoint.failing': {
    title: 'Webhook 端点投递失败',
    detail: '请查看其健康状况并修复接收方。',
  },
  'webhook_endpoint.disabled': {
    title: 'Webhook 端点已停用',
    detail: '请修复接收方并重新启用；待投递的内容保留 30 天。',
  },
  'webhook_endpoint.unverified': {
    title: 'Webhook 端点未通过验证',
    detail: '请让接收方正确应答验证请求，然后重新验证。',
  },
  'webhook_delivery.failed': {
    title: 'Webhook 投递失败',
    detail: '请修复接收方并重新投递。',
  },
  'receipts.unsettled': {
    title: '离职尚未处理完毕',
    detail: '仍有系统未回执。请再次催办或手动处理。',
  },
  'offboarding.scheduled': {
    title: '有成员即将离职',
    detail: '该成员将于 effective_at 离职；您是其上级或资源接收人，请提前商定交接。',
  },
  'offboarding.changed': {
    title: '离职安排有变更',
    detail: '离职时间或交接方式已变更，请查看 effective_at。',
  },
  'offboarding.canceled': {
    title: '离职安排已取消',
    detail: '该成员继续留任，无需交接。',
  },
  'member.departed': {
    title: '您团队中有成员已离职',
    detail: '请查看其工作由谁接手，并处理处于保留状态的资源。',
  },
  'member.restored': {
    title: '离职成员已恢复',
    detail: '您从该成员处收到的资源仍归您所有；如对方需要，请手动转回。',
  },
  'leave_application.decided': {
    title: '退出申请已审批',
    detail: '申请人是您的下属。如申请已通过，请准备接手其工作。',
  },
  'leave_application.withdrawn': {
    title: '退出申请已撤回',
    detail: '申请人继续留任，无需再审批或准备交接。',
  },
  'leave_application.expired': {
    title: '退出申请已过期',
    detail: '申请已通过但未在期限内确认。申请人仍是成员；如仍需退出，请重新申请。',
  },
  'dissolution.scheduled': {
    title: '组织即将解散',
    detail: '组织将于 effective_at 解散，届时全体成员都将离开，所有内容随之终止。创建人可以在此之前取消解散。',
  },
  'dissolution.canceled': {
    title: '组织解散已取消',
    detail: '组织照常运作。',
  },
  'membership.invited': {
    title: '有组织将您添加为成员',
    detail: '请接受或拒绝该成员邀请。',
  },
  'offboarding_batch.completed': {
    title: '批次已完成',
    detail: '请查看失败的条目并重新操作。',
  },
  'offboarding_batch.canceled': {
    title: '批次已取消',
    detail: '尚未开始的条目未执行；已离职的成员不受影响。',
  },
  'association.unlinked': {
    title: '组织关联已解除',
    detail: '与对方组织的共享及对其应用的授权均已结束。',
  },
  'association.unlink_scheduled': {
    title: '组织关联即将解除',
    detail: '请在 effective_at 之前保存与对方组织共享的内容。',
  },
  'association.unlink_canceled': {
    title: '定时解除已取消',
    detail: '届时不会再解除关联；请查看关联是否仍然有效。',
  },
  'association.unlink_failed': {
    title: '定时解除失败',
    detail: '关联仍然有效；如仍需解除，请重新安排。',
  },
  'legal_hold.placed': {
    title: '已设置法律保留',
    detail: '在法律保留解除之前，该离职记录会一直保留，到期也不会清除。',
  },
  'legal_hold.released': {
    title: '已解除法律保留',
    detail: '该离职记录将按原定时间清除；如已到期，则立即清除。',
  },
  'founder_replacement.started': {
    title: '组织创建人即将变更',
    detail:
      '平台运营方获悉，目前无法联系到创建人。如有异议，请在 effective_at 之前提出；否则 successor_id 将成为创建人。',
  },
  'founder_replacement.reminder': {
    title: '组织创建人变更即将生效',
    detail: 'successor_id 将于 effective_at 成为创建人。如有异议，请在此之前提出。',
  },
  'founder_replacement.ended': {
    title: '组织创建人变更已结束',
    detail: '请查看 status：如为 completed，successor_id 已成为创建人；否则创建人不变。',
  },
  'erasure.requested': {
    title: '有人申请删除个人数据',
    detail: '请在 decide_by 之前批准，或注明依据和理由予以拒绝。',
  },
  'erasure.granted': {
    title: '正在删除您的个人数据',
    detail: '该组织正在删除您已离职账号的全部个人数据。',
  },
  'erasure.refused': {
    title: '您的删除申请被拒绝',
    detail: '请查看拒绝的依据和理由。您可以再次申请，或向监管机构投诉。',
  },
  'erasure.overdue': {
    title: '删除申请已逾期',
    detail: '组织未在期限内作出决定。管理员请立即处理；申请人可向监管机构投诉。',
  },
}
