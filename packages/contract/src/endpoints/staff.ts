import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Locale, Ok, Role, Uuid } from '../values.ts';

export const StaffSession = z.strictObject({
  signedIn: z.boolean(),
  /** Signed in by password, the second factor is still to be shown or set up. */
  pending: z.enum(['none', 'second-factor', 'second-factor-setup']),
  csrfToken: z.string(),
  staff: z
    .strictObject({
      id: Uuid,
      login: z.string(),
      name: z.string(),
      role: Role,
      outletId: Uuid.nullable(),
      outletName: z.record(Locale, z.string()).nullable(),
      permissions: z.array(z.string()),
    })
    .nullable(),
});
export type StaffSession = z.infer<typeof StaffSession>;

export const getStaffSession = endpoint({
  id: 'getStaffSession',
  method: 'GET',
  path: '/api/staff/session',
  access: 'public',
  summary: 'Who is signed in at the console',
  idempotent: 'safe',
  response: StaffSession,
  refusals: [],
});

export const staffSignIn = endpoint({
  id: 'staffSignIn',
  method: 'POST',
  path: '/api/staff/sign-in',
  access: 'public',
  summary: 'First factor',
  idempotent: 'by-key',
  body: z.strictObject({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
  response: StaffSession,
  refusals: ['staff.credentials_wrong', 'staff.locked'],
});

export const beginSecondFactor = endpoint({
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/api/staff/second-factor/begin',
  access: 'public',
  summary: 'Secret for the authenticator app, at first sign-in',
  idempotent: 'by-key',
  response: z.strictObject({ otpauthUrl: z.string(), secret: z.string() }),
  refusals: ['staff.signed_out'],
});

export const showSecondFactor = endpoint({
  id: 'showSecondFactor',
  method: 'POST',
  path: '/api/staff/second-factor',
  access: 'public',
  summary: 'Second factor: the six figures of the authenticator app',
  idempotent: 'by-key',
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  response: StaffSession,
  refusals: ['staff.signed_out', 'staff.second_factor_wrong', 'staff.locked'],
});

export const staffSignOut = endpoint({
  id: 'staffSignOut',
  method: 'POST',
  path: '/api/staff/sign-out',
  access: 'staff',
  summary: 'End the session',
  idempotent: 'by-key',
  response: Ok,
  refusals: [],
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/staff/password',
  access: 'staff',
  summary: 'Change the own password',
  idempotent: 'by-key',
  body: z.strictObject({ current: z.string().max(200), next: z.string().max(200) }),
  response: Ok,
  refusals: ['staff.credentials_wrong', 'staff.password_weak'],
});

export const StaffMember = z.strictObject({
  id: Uuid,
  login: z.string(),
  name: z.string(),
  role: Role,
  outletId: Uuid.nullable(),
  active: z.boolean(),
  secondFactor: z.boolean(),
  lastSignInAt: z.string().nullable(),
});

export const listStaff = endpoint({
  id: 'listStaff',
  method: 'GET',
  path: '/api/console/staff',
  access: 'staff:manage',
  summary: 'All staff',
  idempotent: 'safe',
  response: z.strictObject({ staff: z.array(StaffMember) }),
  refusals: [],
});

export const createStaff = endpoint({
  id: 'createStaff',
  method: 'POST',
  path: '/api/console/staff',
  access: 'staff:manage',
  summary: 'A new member of staff, with a first password',
  idempotent: 'by-key',
  body: z.strictObject({
    id: Uuid,
    login: z.string().regex(/^[a-z0-9._-]{3,60}$/),
    name: z.string().min(1).max(100),
    role: Role,
    outletId: Uuid.nullable(),
    password: z.string().max(200),
  }),
  response: StaffMember,
  refusals: ['staff.login_taken', 'staff.password_weak'],
});

export const updateStaff = endpoint({
  id: 'updateStaff',
  method: 'POST',
  path: '/api/console/staff/:staffId',
  access: 'staff:manage',
  summary: 'Change role, outlet, or whether they may sign in; reset the second factor',
  idempotent: 'by-key',
  params: z.strictObject({ staffId: Uuid }),
  body: z.strictObject({
    role: Role.optional(),
    outletId: Uuid.nullable().optional(),
    active: z.boolean().optional(),
    resetSecondFactor: z.boolean().optional(),
  }),
  response: StaffMember,
  refusals: ['request.not_found', 'staff.last_administrator'],
});
