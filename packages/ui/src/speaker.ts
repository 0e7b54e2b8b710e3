import type { Locale } from '@anzai/i18n';

/** Voices that speak a language, best first. Hong Kong hears Cantonese, however the device names it. */
const voiceTags: Record<Locale, readonly string[]> = {
  'zh-CN': ['zh-cn', 'cmn-cn', 'zh-hans-cn', 'cmn'],
  'zh-HK': ['zh-hk', 'yue-hk', 'yue', 'zh-hant-hk'],
  en: ['en-gb', 'en-hk', 'en-au', 'en-us', 'en'],
};

export function chooseVoice(locale: Locale, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  for (const tag of voiceTags[locale]) {
    const fitting = voices.filter((voice) => voice.lang.replace('_', '-').toLowerCase().startsWith(tag));
    const found = fitting.find((voice) => voice.localService) ?? fitting[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Sentences one by one: long utterances are cut off by some browsers, and the caption follows the voice. */
export function splitSentences(text: string): readonly string[] {
  const parts = text.match(/[^。！？；!?;\n]+[。！？；!?;]*/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export type Speaker = {
  readonly speak: (texts: readonly string[], onSentence: (sentence: string | null) => void) => void;
  readonly stop: () => void;
};

export function canSpeak(): boolean {
  return typeof globalThis.speechSynthesis !== 'undefined' && typeof globalThis.SpeechSynthesisUtterance === 'function';
}

/** Speaks with the browser's own voice. `rate` 1 is everyday speed. */
export function createSpeaker(locale: Locale, rate: number): Speaker {
  let turn = 0;
  const stop = (): void => {
    turn += 1;
    if (canSpeak()) globalThis.speechSynthesis.cancel();
  };
  return {
    stop,
    speak(texts, onSentence) {
      stop();
      if (!canSpeak()) return;
      const mine = turn;
      const sentences = texts.flatMap(splitSentences);
      const voice = chooseVoice(locale, globalThis.speechSynthesis.getVoices());
      const next = (index: number): void => {
        const sentence = sentences[index];
        if (mine !== turn) return;
        onSentence(sentence ?? null);
        if (sentence === undefined) return;
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.lang = locale === 'en' ? 'en-GB' : locale;
        if (voice !== undefined) utterance.voice = voice;
        utterance.rate = rate;
        utterance.addEventListener('end', () => next(index + 1));
        utterance.addEventListener('error', () => mine === turn && onSentence(null));
        globalThis.speechSynthesis.speak(utterance);
      };
      next(0);
    },
  };
}
