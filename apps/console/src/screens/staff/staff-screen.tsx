import { staff as staffEndpoints } from '@anzai/contract';
import { roles } from '@anzai/domain';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { EmptyState, Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { ResourceView } from '../../components/resource-view.tsx';
import { Mark } from '../../components/status-mark.tsx';
import { call } from '../../state/api.ts';
import { saveCsv, toCsv } from '../../state/csv.ts';
import { formatStamp } from '../../state/format.ts';
import { place, setQuery } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { useResource } from '../../state/use-resource.ts';
import type { StaffMember } from '../../state/wire.ts';
import { AddStaffDialog } from './add-staff-dialog.tsx';
import { EditStaffDialog } from './edit-staff-dialog.tsx';
import { outletName } from './staff-effects.ts';

function listColumns(onEdit: (member: StaffMember) => void): Column<StaffMember>[] {
  const words = texts().staff;
  const { roles: roleNames } = texts();
  return [
    { id: 'name', label: words.columns.name, cell: (one) => <strong>{one.name}</strong> },
    { id: 'login', label: words.columns.login, cell: (one) => one.login, kind: 'code' },
    { id: 'role', label: words.columns.role, cell: (one) => roleNames[one.role] },
    { id: 'outlet', label: words.columns.outlet, cell: (one) => outletName(one.outletId) },
    {
      id: 'factor',
      label: words.columns.secondFactor,
      wideOnly: true,
      cell: (one) => (
        <Mark tone={one.secondFactor ? 'success' : 'attention'}>
          {one.secondFactor ? words.factorSet : words.factorNone}
        </Mark>
      ),
    },
    {
      id: 'state',
      label: words.columns.state,
      cell: (one) => <Mark tone={one.active ? 'success' : 'quiet'}>{one.active ? words.active : words.inactive}</Mark>,
    },
    {
      id: 'last',
      label: words.columns.lastSignIn,
      kind: 'code',
      wideOnly: true,
      cell: (one) => (one.lastSignInAt === null ? words.never : formatStamp(one.lastSignInAt)),
    },
    {
      id: 'edit',
      label: texts().person.nextSteps,
      kind: 'action',
      cell: (one) => (
        <Button size="small" look="quiet" onPress={() => onEdit(one)}>
          {words.edit}
        </Button>
      ),
    },
  ];
}

function exportStaff(members: readonly StaffMember[]): void {
  const words = texts();
  const rows = members.map((one) => [
    one.name,
    one.login,
    words.roles[one.role],
    outletName(one.outletId),
    one.secondFactor ? words.staff.factorSet : words.staff.factorNone,
    one.active ? words.staff.active : words.staff.inactive,
    one.lastSignInAt,
  ]);
  saveCsv(words.staff.file, toCsv(Object.values(words.staff.columns), rows));
}

function Filters(): JSX.Element {
  const words = texts();
  const { query } = place.value;
  return (
    <div class="filters panel">
      <TextField
        label={words.staff.search}
        value={query['name'] ?? ''}
        onInput={(name) => setQuery({ name }, { replace: true })}
      />
      <Select
        label={words.staff.columns.role}
        value={roles.find((role) => role === query['role']) ?? ''}
        choices={[
          { value: '' as const, label: words.common.all },
          ...roles.map((value) => ({ value, label: words.roles[value] })),
        ]}
        onChange={(role) => setQuery({ role })}
      />
    </div>
  );
}

function filterStaff(members: readonly StaffMember[]): StaffMember[] {
  const { name = '', role = '' } = place.value.query;
  return members.filter(
    (one) => (one.name.includes(name) || one.login.includes(name)) && (role === '' || one.role === role),
  );
}

function Results(props: {
  readonly members: readonly StaffMember[];
  readonly onEdit: (member: StaffMember) => void;
}): JSX.Element {
  const words = texts();
  const shown = filterStaff(props.members);
  if (shown.length === 0) return <EmptyState title={words.staff.empty}>{words.staff.emptyText}</EmptyState>;
  return (
    <>
      <DataTable
        caption={words.staff.title}
        columns={listColumns(props.onEdit)}
        rows={shown}
        rowKey={(one) => one.id}
        dim={(one) => !one.active}
      />
      <div class="list-head">
        <p class="quiet">{words.common.shown(shown.length)}</p>
        <Button size="small" look="quiet" icon="download" onPress={() => exportStaff(shown)}>
          {words.common.exportCsv}
        </Button>
      </div>
    </>
  );
}

export function StaffScreen(): JSX.Element {
  const words = texts().staff;
  const listed = useResource('staff', () => call(staffEndpoints.listStaff, {}));
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<StaffMember | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const finish = (text: string): void => {
    setAdding(false);
    setEditing(null);
    setSaid(text);
    listed.reload();
  };
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="wide"
      actions={
        <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {said !== null && <Notice tone="success" live title={said} />}
      <Filters />
      <ResourceView resource={listed}>{(value) => <Results members={value.staff} onEdit={setEditing} />}</ResourceView>
      {adding && <AddStaffDialog onClose={() => setAdding(false)} onDone={(one) => finish(words.added(one.name))} />}
      {editing !== null && (
        <EditStaffDialog
          member={editing}
          onClose={() => setEditing(null)}
          onDone={(one) => finish(words.saved(one.name))}
        />
      )}
    </Page>
  );
}
