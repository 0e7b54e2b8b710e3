export { locales } from '@anzai/domain';
export type { Locale } from '@anzai/domain';
export * from './format-day.ts';
