import { counter } from './en/counter.ts';
import { office } from './en/office.ts';
import { people } from './en/people.ts';
import { review } from './en/review.ts';
import { shell } from './en/shell.ts';
import type { ConsoleTexts } from './zh-CN.ts';

export const en = { ...shell, ...people, counter, review, ...office } satisfies ConsoleTexts;
