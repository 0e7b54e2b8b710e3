import type { Locale } from '@anzai/domain';
import { en } from './en.ts';
import { zhCN, type MessageFacts, type MessageTexts } from './zh-CN.ts';
import { zhHK } from './zh-HK.ts';

export type { MessageFacts, MessageTexts } from './zh-CN.ts';

/** Texts of short messages, by locale and kind. */
export const messageTexts: Readonly<Record<Locale, MessageTexts>> = { 'zh-CN': zhCN, 'zh-HK': zhHK, en };

export type MessageKind = keyof MessageFacts;

export function renderMessage<K extends MessageKind>(
  message: { readonly kind: K; readonly facts: MessageFacts[K] },
  locale: Locale,
): string {
  return messageTexts[locale][message.kind](message.facts);
}
