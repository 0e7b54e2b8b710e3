import type { ConsoleTexts } from './zh-CN.ts';
import { counter } from './zh-HK/counter.ts';
import { office } from './zh-HK/office.ts';
import { people } from './zh-HK/people.ts';
import { review } from './zh-HK/review.ts';
import { shell } from './zh-HK/shell.ts';

export const zhHK = { ...shell, ...people, counter, review, ...office } satisfies ConsoleTexts;
