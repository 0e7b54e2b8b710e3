// The reviewers' words keep in step with the codes that the engine and the cases can carry.
import { LIVENESS_REASONS } from '@anzai/face';
import { reviewTexts, signalReasons } from '@anzai/i18n/review';
import { renderTimelineEntry, timelineKinds } from '@anzai/i18n/timeline';
import { messageTexts } from '@anzai/i18n/messages';
import { locales } from '@anzai/domain';
import { describe, expect, it } from 'vitest';

describe('reviewers’ texts', () => {
  it('know every reason that the engine gives', () => {
    expect([...signalReasons].toSorted()).toEqual([...LIVENESS_REASONS].toSorted());
  });

  it('say no word with Latin letters in Chinese', () => {
    for (const locale of ['zh-CN', 'zh-HK'] as const) {
      const words = [...Object.values(reviewTexts[locale].reasons), ...Object.values(reviewTexts[locale].signals)];
      expect(words.filter((word) => /[a-z]/i.test(word))).toEqual([]);
    }
  });
});

describe('the timeline', () => {
  it('has a sentence for every kind in every language, and none for a kind it does not know', () => {
    const facts = { channel: 'bank', validUntil: '2027-06-30', number: '1', kind: 'way-chosen', decision: 'accepted' };
    for (const locale of locales) {
      const sentences = timelineKinds.map((kind) => renderTimelineEntry({ kind, facts }, locale));
      expect(sentences.every((sentence) => (sentence?.length ?? 0) > 3)).toBe(true);
      expect(new Set(sentences).size).toBe(timelineKinds.length);
    }
    expect(renderTimelineEntry({ kind: 'from.tomorrow', facts }, 'en')).toBeUndefined();
  });

  it('tells days in words', () => {
    const entry = { kind: 'person.certified', facts: { channel: 'bank', validUntil: '2027-06-30', number: '1' } };
    expect(renderTimelineEntry(entry, 'zh-CN')).toContain('2027年6月30日');
  });
});

describe('short messages', () => {
  it('carry no link in any language, since people are told never to follow one', () => {
    for (const locale of locales) {
      const sources = Object.values(messageTexts[locale]).map((render) => String(render));
      expect(sources.join(' ')).not.toMatch(/https?:|www\./);
    }
  });
});
