import { staff as staffEndpoints } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { CheckBox } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { getStaff } from '../../state/session.ts';
import { texts } from '../../state/texts.ts';
import { useCommand } from '../../state/use-command.ts';
import type { StaffMember } from '../../state/wire.ts';
import { RoleFields } from './role-fields.tsx';
import { listEffects, toDraft, type StaffDraft } from './staff-effects.ts';

function Effects({ effects }: { readonly effects: readonly string[] }): JSX.Element {
  const words = texts().staff;
  if (effects.length === 0) return <p class="quiet">{words.effectNone}</p>;
  return (
    <Notice tone="attention" live title={words.effects}>
      <ul>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Only what differs is sent, so that two administrators do not undo each other's change. */
function toChanges(member: StaffMember, draft: StaffDraft): Partial<StaffDraft> {
  return {
    ...(draft.role === member.role ? {} : { role: draft.role }),
    ...(draft.outletId === member.outletId ? {} : { outletId: draft.outletId }),
    ...(draft.active === member.active ? {} : { active: draft.active }),
    ...(draft.resetSecondFactor ? { resetSecondFactor: true } : {}),
  };
}

export function EditStaffDialog(props: {
  readonly member: StaffMember;
  readonly onClose: () => void;
  readonly onDone: (member: StaffMember) => void;
}): JSX.Element {
  const words = texts();
  const { member } = props;
  const [draft, setDraft] = useState(toDraft(member));
  const update = useCommand(staffEndpoints.updateStaff);
  const effects = listEffects(member, draft);

  async function submit(): Promise<void> {
    if (effects.length === 0) return props.onClose();
    const answer = await update.run({ params: { staffId: member.id }, body: toChanges(member, draft) });
    if (answer?.ok === true) props.onDone(answer.value);
  }

  return (
    <Dialog title={words.staff.editTitle(member.name)} onClose={props.onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {member.id === getStaff().id && <Notice tone="attention" title={words.staff.self} />}
        {update.failure !== null && <FailureNotice failure={update.failure} />}
        <RoleFields
          role={draft.role}
          outletId={draft.outletId}
          onRole={(role) => setDraft({ ...draft, role })}
          onOutlet={(outletId) => setDraft({ ...draft, outletId })}
        />
        <CheckBox
          label={words.staff.active}
          checked={draft.active}
          onChange={(active) => setDraft({ ...draft, active })}
        />
        {member.secondFactor && (
          <CheckBox
            label={words.staff.reset}
            hint={words.staff.resetHint}
            checked={draft.resetSecondFactor}
            onChange={(resetSecondFactor) => setDraft({ ...draft, resetSecondFactor })}
          />
        )}
        <Effects effects={effects} />
        <div class="actions actions-end">
          <Button onPress={props.onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" busy={update.busy} disabled={effects.length === 0}>
            {words.common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
