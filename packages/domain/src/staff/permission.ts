export const roles = ['clerk', 'reviewer', 'manager', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'people:read',
  'people:enrol',
  'people:certify',
  'documents:reveal',
  'pictures:view',
  'cases:review',
  'certificates:revoke',
  'outlet:report',
  'audit:read',
  'engine:read',
  'staff:manage',
] as const;
export type Permission = (typeof permissions)[number];

/** What each role may do. A clerk sees the people of their outlet; the others see the agency. */
export const permissionsByRole = {
  clerk: ['people:read', 'people:enrol', 'people:certify', 'documents:reveal'],
  reviewer: ['people:read', 'cases:review', 'pictures:view'],
  manager: [
    'people:read',
    'people:enrol',
    'people:certify',
    'documents:reveal',
    'pictures:view',
    'cases:review',
    'certificates:revoke',
    'outlet:report',
    'engine:read',
  ],
  auditor: ['people:read', 'audit:read', 'outlet:report', 'engine:read'],
  administrator: ['staff:manage', 'engine:read', 'audit:read'],
} as const satisfies Record<Role, readonly Permission[]>;

export function hasPermission(role: Role, permission: Permission): boolean {
  return (permissionsByRole[role] as readonly Permission[]).includes(permission);
}
