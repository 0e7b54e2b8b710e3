import { staff as staffEndpoints } from '@anzai/contract';
import type { Role } from '@anzai/domain';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextField } from '../../components/field.tsx';
import { newId } from '../../state/api.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { StaffMember } from '../../state/wire.ts';
import { makeFirstPassword } from './first-password.ts';
import { RoleFields } from './role-fields.tsx';

export function AddStaffDialog(props: {
  readonly onClose: () => void;
  readonly onDone: (member: StaffMember) => void;
}): JSX.Element {
  const words = texts();
  const id = useRef(newId());
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('clerk');
  const [outletId, setOutletId] = useState<string | null>(null);
  const create = useCommand(staffEndpoints.createStaff);

  async function submit(): Promise<void> {
    const body = { id: id.current, name: name.trim(), login: login.trim(), password, role, outletId };
    const answer = await create.run({ body });
    if (answer?.ok === true) props.onDone(answer.value);
  }

  return (
    <Dialog title={words.staff.addTitle} onClose={props.onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {create.failure !== null && <FailureNotice failure={create.failure} />}
        <TextField
          label={words.staff.columns.name}
          value={name}
          onInput={setName}
          maxLength={100}
          required
          focusFirst
        />
        <TextField
          label={words.staff.columns.login}
          hint={words.staff.loginHint}
          value={login}
          onInput={setLogin}
          maxLength={60}
          required
        />
        <RoleFields role={role} outletId={outletId} onRole={setRole} onOutlet={setOutletId} />
        <TextField
          label={words.staff.firstPassword}
          hint={words.staff.firstPasswordHint}
          value={password}
          onInput={setPassword}
          required
          figures
        />
        <Button size="small" look="quiet" icon="key" onPress={() => setPassword(makeFirstPassword())}>
          {words.staff.generate}
        </Button>
        <div class="actions actions-end">
          <Button onPress={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" busy={create.busy}>
            {words.staff.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
