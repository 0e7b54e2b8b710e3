import type { JSX } from 'preact';
import { formatCount } from '../state/format.ts';

export type Bar = { readonly id: string; readonly label: string; readonly value: number };

/** Ordered bars with their numbers; a table in meaning, so it needs no second form for a screen reader. */
export function Bars({ bars, caption }: { readonly bars: readonly Bar[]; readonly caption: string }): JSX.Element {
  const max = Math.max(1, ...bars.map((bar) => bar.value));
  const ordered = bars.toSorted((a, b) => b.value - a.value);
  return (
    <table class="bars">
      <caption class="hidden">{caption}</caption>
      <tbody>
        {ordered.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">{bar.label}</th>
            <td class="bars-value">
              <svg height="14" preserveAspectRatio="none" viewBox="0 0 100 14" aria-hidden="true">
                <rect class="bars-bar" x="0" y="1" height="12" width={(bar.value / max) * 100} rx="1.5" />
              </svg>
              <span>{formatCount(bar.value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
