import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'info' | 'attention' | 'danger' | 'success';

const icons: Readonly<Record<Tone, IconName>> = { info: 'info', attention: 'alert', danger: 'alert', success: 'check' };

/** Says one thing that matters here. `live` announces it when it appears. */
export function Notice(props: {
  readonly tone?: Tone;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly live?: boolean;
}): JSX.Element {
  const { tone = 'info' } = props;
  const role = props.live === true ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <Icon name={icons[tone]} size={20} />
      <div>
        <p class="notice-title">{props.title}</p>
        {props.children !== undefined && <div class="notice-text">{props.children}</div>}
        {props.actions !== undefined && <div class="actions">{props.actions}</div>}
      </div>
    </div>
  );
}

/** What to do when there is nothing to show. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly icon?: IconName;
  readonly actions?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      {props.icon !== undefined && <Icon name={props.icon} size={28} />}
      <p class="empty-title">{props.title}</p>
      {props.children !== undefined && <p class="empty-text">{props.children}</p>}
      {props.actions !== undefined && <div class="actions">{props.actions}</div>}
    </div>
  );
}
