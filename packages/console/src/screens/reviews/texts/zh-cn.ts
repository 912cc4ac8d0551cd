import type { Texts } from './en.ts'

/** The texts of the inbox of applications, in Chinese. */
export const texts: Texts = {
  title: '离开申请',
  lead: '成员提交的离开申请。审批通过后，申请人还须输入密码确认。',
  show: '显示',
  awaiting: '待我审批',
  statuses: {
    pending: '等待审批',
    approved: '已通过',
    rejected: '未通过',
    withdrawn: '已撤回',
    confirmed: '已确认',
    expired: '已过期',
  },
  all: '全部',
  none: '没有待您审批的申请。',
  noneOther: '没有符合条件的申请。',
  sent: '提交于',
  approve: '同意',
  reject: '拒绝',
  approveNamed: (name) => `同意 ${name} 的申请？`,
  rejectNamed: (name) => `拒绝 ${name} 的申请？`,
  approveDetail: '申请人会收到通知，并须在 14 天内确认。在此之前仍是成员。',
  rejectDetail: '申请人仍是成员，并会收到通知和您的意见。',
  comment: '审批意见（选填）',
  commentHint: '申请人可以看到。',
}
