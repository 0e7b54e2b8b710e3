/** Facts as they came over the wire; see the contract's `ProblemFacts`. */
export type ProblemFacts = Readonly<Record<string, unknown>>;

/** What happened, and what to do next. */
export type ProblemText = { readonly title: string; readonly next: string | ((facts: ProblemFacts) => string) };

export type ProblemTexts<Code extends string> = Readonly<Record<Code, ProblemText>>;

/** What to do next, filled with the problem's facts. */
export function renderNext(text: ProblemText, facts: ProblemFacts): string {
  return typeof text.next === 'string' ? text.next : text.next(facts);
}

export type WaitUnit = 'second' | 'minute' | 'hour';

/** A wait as people say it: up to a minute in tens of seconds, then in minutes, from two hours on in hours. */
export function toWait(facts: ProblemFacts): { readonly count: number; readonly unit: WaitUnit } {
  const seconds = typeof facts['retryAfterSeconds'] === 'number' ? facts['retryAfterSeconds'] : 60;
  if (seconds <= 60) return { count: Math.max(10, Math.ceil(seconds / 10) * 10), unit: 'second' };
  if (seconds < 7200) return { count: Math.ceil(seconds / 60), unit: 'minute' };
  return { count: Math.ceil(seconds / 3600), unit: 'hour' };
}

/** A fact that is a text or a number, as text; empty when it is missing. */
export function toFactText(facts: ProblemFacts, name: string): string {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
