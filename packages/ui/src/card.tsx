import type { ComponentChildren, JSX } from 'preact';

type CardProps = { readonly children: ComponentChildren; readonly title?: string; readonly level?: 2 | 3 };

/** A group that belongs together under one heading. */
export function Card({ children, title, level = 2 }: CardProps): JSX.Element {
  return (
    <section class="card">
      {title !== undefined && (level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>)}
      {children}
    </section>
  );
}
