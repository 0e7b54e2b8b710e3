import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

type Tone = 'plain' | 'attention' | 'good' | 'wrong';

const icons: Record<Tone, IconName> = { plain: 'info', attention: 'alert', good: 'check-circle', wrong: 'alert' };

type NoticeProps = {
  readonly tone?: Tone;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
  /** Spoken by a screen reader when it appears. */
  readonly announce?: boolean;
  readonly icon?: IconName;
};

export function Notice({ tone = 'plain', title, children, announce = false, icon }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={announce ? 'alert' : undefined}>
      <Icon name={icon ?? icons[tone]} size={1.5} />
      <div class="notice-words">
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
