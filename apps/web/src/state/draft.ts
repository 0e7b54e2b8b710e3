import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { readStoredJson, removeStored, writeStored } from './storage.ts';

export type Relation = 'spouse' | 'child' | 'relative' | 'neighbour' | 'carer' | 'volunteer' | 'other';

/** What has been answered on the way in. It lasts as long as the tab, so that looking at a message loses nothing. */
export type Draft = {
  readonly acting?: 'self' | 'helper';
  readonly helper?: { readonly name: string; readonly relation: Relation };
  readonly phone?: string;
  /** The number as far as it has been typed; `phone` is the one that a message went to. */
  readonly typedPhone?: string;
  /** The name on the document as far as it has been typed. The document's number stays in no browser. */
  readonly typedName?: string;
  /** When the next message may be asked for, milliseconds since 1970. */
  readonly resendAtMs?: number;
};

function readDraft(): Draft {
  const kept = readStoredJson('tab', 'draft');
  return typeof kept === 'object' && kept !== null ? (kept as Draft) : {};
}

export const draft: Signal<Draft> = signal(readDraft());

export function changeDraft(change: Draft): void {
  draft.value = { ...draft.value, ...change };
  writeStored('tab', 'draft', JSON.stringify(draft.value));
}

export function clearDraft(): void {
  draft.value = {};
  removeStored('tab', 'draft');
}
