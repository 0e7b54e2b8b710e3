import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

type Look = 'primary' | 'secondary' | 'quiet';

type Common = {
  readonly children: ComponentChildren;
  readonly look?: Look;
  readonly icon?: IconName;
  /** A second, smaller line that says what will happen. */
  readonly hint?: string;
};

type ButtonProps = Common & {
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** While true the button keeps its place and says `busyText`; further presses do nothing. */
  readonly busy?: boolean;
  readonly busyText?: string;
  readonly pressed?: boolean;
};

type LinkProps = Common & {
  readonly href: string;
  readonly download?: string | boolean;
  readonly newWindow?: boolean;
};

function Face({ children, icon, hint }: Common): JSX.Element {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      <span class="button-words">
        <span>{children}</span>
        {hint !== undefined && <span class="button-hint">{hint}</span>}
      </span>
    </>
  );
}

export function Button(props: ButtonProps): JSX.Element {
  const { look = 'secondary', type = 'button', busy = false, busyText, onPress, pressed, children, ...face } = props;
  return (
    <button
      class={`button button-${look}`}
      type={type}
      aria-busy={busy}
      aria-disabled={busy ? 'true' : undefined}
      aria-pressed={pressed}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      <Face {...face}>{busy && busyText !== undefined ? busyText : children}</Face>
    </button>
  );
}

export function ButtonLink(props: LinkProps): JSX.Element {
  const { look = 'secondary', href, download, newWindow = false, ...face } = props;
  return (
    <a
      class={`button button-${look}`}
      href={href}
      download={download}
      target={newWindow ? '_blank' : undefined}
      rel={newWindow ? 'noopener' : undefined}
    >
      <Face {...face} />
    </a>
  );
}
