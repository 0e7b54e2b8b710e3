import { locales } from '@anzai/domain';
import type { JSX } from 'preact';
import { Select } from '../../components/field.tsx';
import { chooseLocale, locale, localeNames, texts } from '../../state/texts.ts';

export function LocaleSelect(): JSX.Element {
  return (
    <Select
      label={texts().account.language}
      value={locale.value}
      choices={locales.map((value) => ({ value, label: localeNames[value] }))}
      onChange={(value) => void chooseLocale(value)}
    />
  );
}
