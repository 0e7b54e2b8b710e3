import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BrandMark, Icon, LanguageSwitch, ReadAloud } from '@anzai/ui';
import { agency } from '../state/agency.ts';
import { larger, reading, setPreference, slower } from '../state/preferences.ts';
import { chooseLanguage, getWords } from '../state/texts.ts';
import { spoken } from './spoken.ts';

function Brand(): JSX.Element {
  const { web, locale } = getWords();
  return (
    <a class="brand" href="/">
      <BrandMark sizePx={44} />
      <span>{agency.value?.name[locale] ?? web.common.product}</span>
    </a>
  );
}

/** Who this is, and what makes it easier to read: aloud, larger, in another language. */
export function TopBar(): JSX.Element {
  const { web, locale } = getWords();
  const [choosing, setChoosing] = useState(false);
  return (
    <header class="top">
      <Brand />
      <nav class="tools" aria-label={web.common.tools}>
        <ReadAloud
          locale={locale}
          texts={spoken.value}
          on={reading.value}
          onToggle={(on) => setPreference('reading', on)}
          rate={slower.value ? 0.7 : 0.85}
          labels={{ on: web.common.readingNow, off: web.common.readAloud }}
        />
        <button
          type="button"
          class="tool"
          aria-pressed={larger.value}
          onClick={() => setPreference('larger', !larger.value)}
        >
          <Icon name="text-size" />
          <span>{web.common.larger}</span>
        </button>
        <button type="button" class="tool" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          <Icon name="globe" />
          <span>{web.common.language}</span>
        </button>
      </nav>
      {choosing && (
        <div class="top-languages">
          <LanguageSwitch
            legend={web.common.chooseLanguage}
            locale={locale}
            onChoose={(chosen) => {
              void chooseLanguage(chosen);
              setChoosing(false);
            }}
          />
        </div>
      )}
    </header>
  );
}
