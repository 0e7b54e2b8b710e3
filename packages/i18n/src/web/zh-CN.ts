import { certify } from './zh-CN/certify.ts';
import { enter } from './zh-CN/enter.ts';
import { home } from './zh-CN/home.ts';

/** The shape that every other language fills. */
export const zhCN = { ...enter, ...home, ...certify };
export type WebTexts = typeof zhCN;
export type EnterTexts = typeof enter;
export type HomeTexts = typeof home;
export type CertifyTexts = typeof certify;
