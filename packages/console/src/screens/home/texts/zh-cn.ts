import type { Texts } from './en.ts'

/** The texts of the first screen, in Chinese. */
export const texts: Texts = {
  title: (name) => `您好，${name}`,
  leadOrganization: (organization) => `当前使用的是您在 ${organization} 的账号。`,
  leadPersonal: '当前使用的是您的个人账号。',
  waiting: '待您处理',
  nothing: '暂无待处理事项。',
  invited: (organization) => `“${organization}”称您是其成员`,
  invitedDetail: '该名称未经核实。在您接受之前，对方不会获得您的任何信息。',
  accept: '接受',
  decline: '拒绝',
  approved: '您的离开申请已通过',
  approvedDetail: '请输入密码确认离开，也可以选择留下。',
  pending: '您的离开申请正在等待审批',
  reviews: (count) => `有 ${count} 份离开申请待您审批`,
  reviewsDetail: '查看原因后，您可以同意或拒绝。',
  open: '查看',
  until: '截止时间：',
  since: '提交时间：',
  news: '最新通知',
  allNews: '全部通知',
  accounts: '您的账号',
  accountsLead: '一个登录可以拥有多个账号，注销其中一个不会影响其他账号。',
  current: '当前',
  switchTo: '切换',
  joined: '创建于',
}
