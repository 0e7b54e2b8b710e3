import type { Problem, ProblemCode } from '@anzai/contract';
import type { Locale } from '@anzai/domain';
import { renderNext } from '@anzai/i18n/problems/problem-text';
import { renderReviewReason, renderSignalName } from '@anzai/i18n/review';
import { renderTimelineEntry } from '@anzai/i18n/timeline';
import { locale } from './locale.ts';
import { signal } from '@preact/signals';
import type { PersonDetail } from './wire.ts';

type ProblemTable = Readonly<Record<ProblemCode, Parameters<typeof renderNext>[0]>>;

const problems = signal<ProblemTable | null>(null);

const problemLoaders: Record<Locale, () => Promise<ProblemTable>> = {
  'zh-CN': async () => (await import('@anzai/i18n/problems/zh-CN')).zhCN,
  'zh-HK': async () => (await import('@anzai/i18n/problems/zh-HK')).zhHK,
  en: async () => (await import('@anzai/i18n/problems/en')).en,
};

/** The words for what comes over the wire, in one language. */
export async function loadWireTexts(locale: Locale): Promise<void> {
  problems.value = await problemLoaders[locale]();
}

/** Title and next step of a problem; a code from a newer server falls back to the general fault. */
export function problemText(problem: Problem): { readonly title: string; readonly text: string } {
  const table = problems.value;
  if (table === null) return { title: problem.title, text: '' };
  const found = problem.code in table ? table[problem.code] : table['server.fault'];
  return { title: found.title, text: renderNext(found, problem.facts) };
}

export function reviewReason(code: string): string {
  return renderReviewReason(code, locale.value);
}

export function signalName(name: string): string {
  return renderSignalName(name, locale.value);
}

/** One sentence; an entry of a newer server is shown under its own name, as staff may have to speak of it. */
export function timelineText(entry: PersonDetail['timeline'][number]): string {
  return renderTimelineEntry(entry, locale.value) ?? entry.kind;
}
