/** An organisation of the demo data, before it has ids and secrets. */
export type OrganizationPlan = {
  name: string
  domain: string
  leavePolicy: 'instant' | 'approval'
  /** The departments below the root, which has the number 1 and the name of the organisation. */
  departments: { dept_id: number; name: string; parent: number; head?: string }[]
  members: MemberPlan[]
  resources: { owner: string; kind: string; name: string }[]
}

export type MemberPlan = {
  name: string
  /** The local part of the address, or a whole address; two members with the same address are one person. */
  email: string
  role: 'founder' | 'admin' | 'member'
  dept_ids: number[]
  /** The local part of the address of an earlier member. */
  manager?: string
  condition?: 'frozen'
}

/** An association: `associated` is the `type` of `organization`, for example its `upstream`. */
export type AssociationPlan = {
  organization: OrganizationName
  dept_id: number
  associated: OrganizationName
  associated_dept_id: number
  type: 'upstream' | 'downstream' | 'partner'
}

/** A consultant, who has accounts in two organisations and one of her own. */
export const consultant = { name: 'Mei Lin', email: 'mei.lin@consulting.example' }

export type OrganizationName = 'aster' | 'birch' | 'cedar' | 'dogwood'

export const organizations: Record<OrganizationName, OrganizationPlan> = {
  aster: {
    name: 'Aster Manufacturing',
    domain: 'aster.example',
    leavePolicy: 'instant',
    departments: [
      { dept_id: 2, name: 'Production', parent: 1 },
      { dept_id: 3, name: 'Purchasing', parent: 1 },
      { dept_id: 4, name: 'Sales', parent: 1, head: 'alan' },
    ],
    members: [
      { name: 'Ada Aster', email: 'ada', role: 'founder', dept_ids: [1] },
      { name: 'Anton Berg', email: 'anton', role: 'admin', dept_ids: [1, 3] },
      { name: 'Aiko Tanaka', email: 'aiko', role: 'member', dept_ids: [2], manager: 'anton' },
      { name: 'Alan Moss', email: 'alan', role: 'member', dept_ids: [3], manager: 'anton' },
      { name: 'Amara Obi', email: 'amara', role: 'member', dept_ids: [4], condition: 'frozen' },
      { ...consultant, role: 'member', dept_ids: [2] },
    ],
    resources: [
      { owner: 'aiko', kind: 'document', name: 'Assembly manual' },
      { owner: 'aiko', kind: 'calendar', name: 'Shift calendar' },
      { owner: 'alan', kind: 'document', name: 'Supplier price list' },
      { owner: 'alan', kind: 'approval', name: 'Purchase orders above 10,000' },
      { owner: 'amara', kind: 'mailbox', name: 'sales@aster.example' },
      { owner: 'anton', kind: 'group', name: 'Purchasing round' },
    ],
  },
  birch: {
    name: 'Birch Logistics',
    domain: 'birch.example',
    leavePolicy: 'approval',
    departments: [
      { dept_id: 2, name: 'Customers', parent: 1 },
      { dept_id: 3, name: 'Fleet', parent: 1 },
      { dept_id: 4, name: 'Warehouses', parent: 3, head: 'bianca' },
    ],
    members: [
      { name: 'Bruno Birch', email: 'bruno', role: 'founder', dept_ids: [1] },
      { name: 'Bai Yun', email: 'bai', role: 'admin', dept_ids: [1, 2] },
      { name: 'Bianca Rossi', email: 'bianca', role: 'member', dept_ids: [3], manager: 'bai' },
      { name: 'Bo Nilsson', email: 'bo', role: 'member', dept_ids: [4] },
      { name: 'Bela Nagy', email: 'bela', role: 'member', dept_ids: [2], condition: 'frozen' },
      { ...consultant, role: 'member', dept_ids: [2] },
    ],
    resources: [
      { owner: 'bianca', kind: 'document', name: 'Route plan' },
      { owner: 'bianca', kind: 'calendar', name: 'Driver rota' },
      { owner: 'bo', kind: 'survey', name: 'Warehouse safety survey' },
      { owner: 'bai', kind: 'group', name: 'Customer care' },
    ],
  },
  cedar: {
    name: 'Cedar Software',
    domain: 'cedar.example',
    leavePolicy: 'instant',
    departments: [
      { dept_id: 2, name: 'Engineering', parent: 1 },
      { dept_id: 3, name: 'Partners', parent: 1 },
    ],
    members: [
      { name: 'Clara Cedar', email: 'clara', role: 'founder', dept_ids: [1] },
      { name: 'Chen Wei', email: 'chen', role: 'admin', dept_ids: [1, 2] },
      { name: 'Carlos Vega', email: 'carlos', role: 'member', dept_ids: [2], manager: 'chen' },
      { name: 'Chiara Conti', email: 'chiara', role: 'member', dept_ids: [2] },
      { name: 'Cora Blake', email: 'cora', role: 'member', dept_ids: [3] },
      { name: 'Cyrus Patel', email: 'cyrus', role: 'member', dept_ids: [3], condition: 'frozen' },
    ],
    resources: [
      { owner: 'carlos', kind: 'document', name: 'Interface description' },
      { owner: 'chiara', kind: 'app', name: 'Build robot' },
      { owner: 'cora', kind: 'document', name: 'Partner handbook' },
    ],
  },
  dogwood: {
    name: 'Dogwood Apps',
    domain: 'dogwood.example',
    leavePolicy: 'instant',
    departments: [
      { dept_id: 2, name: 'Products', parent: 1 },
      { dept_id: 3, name: 'Alliances', parent: 1 },
    ],
    members: [
      { name: 'Dora Dogwood', email: 'dora', role: 'founder', dept_ids: [1] },
      { name: 'Daniel Kim', email: 'daniel', role: 'admin', dept_ids: [1, 2] },
      { name: 'Dilnoza Karimova', email: 'dilnoza', role: 'member', dept_ids: [2], manager: 'daniel' },
      { name: 'Dmitri Volkov', email: 'dmitri', role: 'member', dept_ids: [2] },
      { name: 'Dana Levi', email: 'dana', role: 'member', dept_ids: [3] },
      { name: 'Diego Soto', email: 'diego', role: 'member', dept_ids: [3], condition: 'frozen' },
    ],
    resources: [
      { owner: 'dilnoza', kind: 'document', name: 'Roadmap' },
      { owner: 'dana', kind: 'calendar', name: 'Alliance meetings' },
    ],
  },
}

export const associations: AssociationPlan[] = [
  { organization: 'aster', dept_id: 3, associated: 'birch', associated_dept_id: 2, type: 'upstream' },
  { organization: 'aster', dept_id: 4, associated: 'cedar', associated_dept_id: 3, type: 'downstream' },
  { organization: 'birch', dept_id: 2, associated: 'cedar', associated_dept_id: 3, type: 'partner' },
  { organization: 'cedar', dept_id: 2, associated: 'dogwood', associated_dept_id: 3, type: 'upstream' },
  { organization: 'birch', dept_id: 3, associated: 'dogwood', associated_dept_id: 3, type: 'partner' },
]

/** Resources that associated organisations share. */
export const shares: { organization: OrganizationName; resource: string; with: OrganizationName }[] = [
  { organization: 'aster', resource: 'Supplier price list', with: 'birch' },
  { organization: 'birch', resource: 'Route plan', with: 'aster' },
  { organization: 'cedar', resource: 'Partner handbook', with: 'aster' },
]

/** An app of Dogwood that Aster has authorised. */
export const thirdPartyApp = {
  name: 'Dogwood Directory Sync',
  owner: 'dogwood',
  authorizedBy: 'aster',
  redirect_uris: ['http://127.0.0.1:4100/callback'],
  scopes: [
    'org:unlink',
    'org:read',
    'org:association:read',
    'member:read',
    'event:read',
    'webhook:read',
    'webhook:write',
  ],
} as const
