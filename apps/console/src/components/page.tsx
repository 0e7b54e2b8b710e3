import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../state/texts.ts';

let drawnBefore = false;

/** A screen: its title goes to the window and takes the focus, so that a screen reader begins there. */
export function Page(props: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly width?: 'normal' | 'narrow' | 'wide';
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${texts().product}`;
  }, [props.title]);
  useEffect(() => {
    const wanted = document.querySelector<HTMLElement>('main [data-autofocus="true"]');
    if (wanted !== null) wanted.focus();
    else if (drawnBefore) heading.current?.focus({ preventScroll: true });
    drawnBefore = true;
  }, []);
  return (
    <div class={`page page-${props.width ?? 'normal'}`}>
      {props.back !== undefined && (
        <a class="back" href={props.back.href}>
          ← {props.back.label}
        </a>
      )}
      <header class="page-head">
        <div>
          <h1 tabIndex={-1} ref={heading}>
            {props.title}
          </h1>
          {props.lead !== undefined && <p class="lead">{props.lead}</p>}
        </div>
        {props.actions !== undefined && <div class="actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

export function Section(props: {
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly plain?: boolean;
}): JSX.Element {
  return (
    <section class={props.plain === true ? 'section section-plain' : 'section'}>
      <header class="section-head">
        <h2>{props.title}</h2>
        {props.note !== undefined && <p class="quiet">{props.note}</p>}
        {props.actions !== undefined && <div class="actions">{props.actions}</div>}
      </header>
      {props.children}
    </section>
  );
}
