import type { ComponentChildren, JSX } from 'preact';
import { texts } from '../state/texts.ts';
import { Icon, type IconName } from './icon.tsx';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly look?: Look;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'small' | 'normal' | 'large';
  readonly keys?: string;
  readonly onPress?: () => void;
  readonly describedBy?: string;
  readonly pressed?: boolean;
};

function classOf(look: Look, size: string): string {
  return `button button-${look} button-${size}`;
}

/** While busy it keeps its place and says so; it never leaves the tab order. */
export function Button(props: ButtonProps): JSX.Element {
  const { look = 'plain', size = 'normal', busy = false } = props;
  return (
    <button
      type={props.type ?? 'button'}
      class={classOf(look, size)}
      disabled={props.disabled ?? false}
      aria-disabled={busy ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.icon !== undefined && <Icon name={props.icon} />}
      <span>{busy ? texts().common.working : props.children}</span>
      {props.keys !== undefined && <kbd aria-hidden="true">{props.keys}</kbd>}
    </button>
  );
}

export type LinkProps = {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly look?: Look;
  readonly icon?: IconName;
  readonly size?: 'small' | 'normal' | 'large';
  readonly external?: boolean;
};

/** A link that looks like a button. `external` opens beside, for documents. */
export function ButtonLink(props: LinkProps): JSX.Element {
  const { look = 'plain', size = 'normal' } = props;
  const beside = props.external === true ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <a class={classOf(look, size)} href={props.href} {...beside}>
      {props.icon !== undefined && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </a>
  );
}
