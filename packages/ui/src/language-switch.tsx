import type { Locale } from '@anzai/i18n';
import type { JSX } from 'preact';

const names: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'zh-CN', name: '普通话' },
  { locale: 'zh-HK', name: '廣東話' },
  { locale: 'en', name: 'English' },
];

type LanguageSwitchProps = {
  readonly legend: string;
  readonly locale: Locale;
  readonly onChoose: (locale: Locale) => void;
};

/** Each language under its own name, so that it is found by whoever can read only that one. */
export function LanguageSwitch({ legend, locale, onChoose }: LanguageSwitchProps): JSX.Element {
  return (
    <fieldset class="languages">
      <legend class="visually-hidden">{legend}</legend>
      {names.map((one) => (
        <button
          key={one.locale}
          type="button"
          class="language"
          lang={one.locale}
          aria-pressed={one.locale === locale}
          onClick={() => onChoose(one.locale)}
        >
          {one.name}
        </button>
      ))}
    </fieldset>
  );
}
