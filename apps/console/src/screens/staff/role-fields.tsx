import { permissions, permissionsByRole, roles, type Permission, type Role } from '@anzai/domain';
import type { JSX } from 'preact';
import { Select } from '../../components/field.tsx';
import { outlets } from '../../state/agency.ts';
import { locale, texts } from '../../state/texts.ts';

function Powers({ role }: { readonly role: Role }): JSX.Element {
  const words = texts().staff;
  const held: readonly Permission[] = permissionsByRole[role];
  return (
    <ul class="powers">
      {permissions
        .filter((one) => held.includes(one))
        .map((one) => (
          <li key={one}>{words.permissions[one]}</li>
        ))}
    </ul>
  );
}

/** Role with what it may do, and outlet. */
export function RoleFields(props: {
  readonly role: Role;
  readonly outletId: string | null;
  readonly onRole: (role: Role) => void;
  readonly onOutlet: (outletId: string | null) => void;
}): JSX.Element {
  const words = texts();
  return (
    <>
      <Select
        label={words.staff.columns.role}
        value={props.role}
        choices={roles.map((value) => ({ value, label: words.roles[value] }))}
        onChange={props.onRole}
      />
      <div class="field">
        <p class="label">{words.staff.mayDo}</p>
        <Powers role={props.role} />
      </div>
      <Select
        label={words.staff.columns.outlet}
        value={props.outletId ?? ''}
        choices={[
          { value: '', label: words.staff.allOutlets },
          ...outlets.value.map((outlet) => ({ value: outlet.id, label: outlet.name[locale.value] })),
        ]}
        onChange={(value) => props.onOutlet(value === '' ? null : value)}
      />
    </>
  );
}
