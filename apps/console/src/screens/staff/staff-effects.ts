import { permissions, permissionsByRole, type Permission, type Role } from '@anzai/domain';
import { outlets } from '../../state/agency.ts';
import { locale, texts } from '../../state/texts.ts';
import type { StaffMember } from '../../state/wire.ts';

export type StaffDraft = {
  readonly role: Role;
  readonly outletId: string | null;
  readonly active: boolean;
  readonly resetSecondFactor: boolean;
};

export function outletName(outletId: string | null): string {
  if (outletId === null) return texts().staff.allOutlets;
  return outlets.value.find((outlet) => outlet.id === outletId)?.name[locale.value] ?? outletId;
}

export function toDraft(member: StaffMember): StaffDraft {
  return { role: member.role, outletId: member.outletId, active: member.active, resetSecondFactor: false };
}

function permissionsOf(role: Role): readonly Permission[] {
  return permissionsByRole[role];
}

function nameAll(list: readonly Permission[]): string {
  const words = texts().staff.permissions;
  return new Intl.ListFormat(locale.value, { type: 'conjunction', style: 'narrow' }).format(
    list.map((one) => words[one]),
  );
}

function listRoleEffects(member: StaffMember, draft: StaffDraft): string[] {
  if (draft.role === member.role) return [];
  const words = texts().staff;
  const { roles } = texts();
  const before = permissionsOf(member.role);
  const after = permissionsOf(draft.role);
  const gained = permissions.filter((one) => after.includes(one) && !before.includes(one));
  const lost = permissions.filter((one) => before.includes(one) && !after.includes(one));
  return [
    words.effectRole(member.name, roles[member.role], roles[draft.role]),
    ...(gained.length === 0 ? [] : [words.effectGains(nameAll(gained))]),
    ...(lost.length === 0 ? [] : [words.effectLoses(nameAll(lost))]),
  ];
}

/** In words, what saving will do; empty when nothing changes. */
export function listEffects(member: StaffMember, draft: StaffDraft): string[] {
  const words = texts().staff;
  const moved = draft.outletId !== member.outletId;
  return [
    ...listRoleEffects(member, draft),
    ...(moved ? [words.effectOutlet(outletName(member.outletId), outletName(draft.outletId))] : []),
    ...(member.active && !draft.active ? [words.effectStop] : []),
    ...(!member.active && draft.active ? [words.effectStart] : []),
    ...(draft.resetSecondFactor ? [words.effectReset] : []),
  ];
}
