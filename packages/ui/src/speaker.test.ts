import { describe, expect, it } from 'vitest';
import { chooseVoice, splitSentences } from './speaker.ts';

function voice(lang: string, localService = true): SpeechSynthesisVoice {
  return { lang, localService, name: lang, voiceURI: lang, default: false };
}

describe('chooseVoice', () => {
  it('speaks Cantonese to Hong Kong, however the device names it', () => {
    expect(chooseVoice('zh-HK', [voice('zh-CN'), voice('yue-HK')])?.lang).toBe('yue-HK');
    expect(chooseVoice('zh-HK', [voice('zh-CN'), voice('zh_HK')])?.lang).toBe('zh_HK');
  });
  it('never offers a Mandarin voice as Cantonese', () => {
    expect(chooseVoice('zh-HK', [voice('zh-CN'), voice('en-GB')])).toBeUndefined();
  });
  it('prefers a voice that needs no network', () => {
    expect(chooseVoice('zh-CN', [voice('zh-CN', false), voice('zh-CN', true)])?.localService).toBe(true);
  });
});

describe('splitSentences', () => {
  it('parts at Chinese and English full stops and keeps the marks', () => {
    expect(splitSentences('光线照着脸。手机拿直！Please wait. Thank you')).toEqual([
      '光线照着脸。',
      '手机拿直！',
      'Please wait. Thank you',
    ]);
  });
  it('gives nothing for nothing', () => {
    expect(splitSentences('  \n ')).toEqual([]);
  });
});
