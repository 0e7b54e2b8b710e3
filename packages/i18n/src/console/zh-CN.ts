import { counter } from './zh-CN/counter.ts';
import { office } from './zh-CN/office.ts';
import { people } from './zh-CN/people.ts';
import { review } from './zh-CN/review.ts';
import { shell } from './zh-CN/shell.ts';

/** The console's texts. This catalogue is the shape that the other languages must fill. */
export const zhCN = { ...shell, ...people, counter, review, ...office };

export type ConsoleTexts = typeof zhCN;
