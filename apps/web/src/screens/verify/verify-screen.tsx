import { locales } from '@anzai/i18n';
import type { Locale } from '@anzai/i18n';
import { certificateTexts } from '@anzai/i18n/certificate';
import { loadVerifyTexts } from '@anzai/i18n/verify';
import type { VerifyTexts } from '@anzai/i18n/verify';
import { BrandMark, Button, ButtonLink, Icon, LanguageSwitch } from '@anzai/ui';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readStored, writeStored } from '../../state/storage.ts';
import { BatchSection } from './batch-section.tsx';
import { checkCode, findCodeInHash } from './check-code.ts';
import type { Finding } from './check-code.ts';
import { CodeInput } from './code-input.tsx';
import { FindingView } from './finding-view.tsx';
import { loadTrust, openTrustSource } from './trust-store.ts';
import type { Trust } from './trust-store.ts';

type Checked = { readonly finding: Finding; readonly trust: Trust | null };

/** Public: whoever is shown a certificate learns here whether it is real, with or without a network. */
export function VerifyScreen(): JSX.Element | null {
  const [locale, setLocale] = useState<Locale>(chooseStart);
  const [texts, setTexts] = useState<VerifyTexts | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    document.documentElement.lang = locale;
    void loadVerifyTexts(locale).then((loaded) => {
      document.title = loaded.title;
      setTexts(loaded);
    });
  }, [locale]);
  const check = (code: string): void => void checkNow(code).then(setChecked);
  useEffect(() => {
    const read = (): void => {
      const code = findCodeInHash(globalThis.location.hash);
      if (code !== null) check(code);
    };
    read();
    globalThis.addEventListener('hashchange', read);
    return () => globalThis.removeEventListener('hashchange', read);
  }, []);
  if (texts === null) return null;
  const choose = (next: Locale): void => {
    writeStored('device', 'locale', next);
    setLocale(next);
  };
  const again = (): void => {
    globalThis.history.replaceState(null, '', globalThis.location.pathname + globalThis.location.search);
    setChecked(null);
  };
  return (
    <div class="verify">
      <header class="verify-top">
        <BrandMark />
        <LanguageSwitch legend={texts.language} locale={locale} onChoose={choose} />
      </header>
      <main>
        <h1 class="verify-title">{texts.title}</h1>
        {checked === null ? (
          <>
            <p class="verify-lead">{texts.lead}</p>
            <CodeInput texts={texts} onCode={check} />
          </>
        ) : (
          <>
            <FindingView {...checked} {...{ locale, texts }} words={certificateTexts[locale]} />
            <Button look="primary" icon="refresh" onPress={again}>
              {texts.again}
            </Button>
          </>
        )}
        <p class="verify-privacy">
          <Icon name="lock" />
          <span>{texts.privacy}</span>
        </p>
        <BatchSection texts={texts.batch} locale={locale} />
        <ButtonLink look="quiet" href="/" icon="home">
          {texts.home}
        </ButtonLink>
      </main>
    </div>
  );
}

async function checkNow(code: string): Promise<Checked> {
  const trust = await loadTrust(await openTrustSource());
  return { trust, finding: checkCode(code, trust, new Date().toISOString()) };
}

function chooseStart(): Locale {
  const asked = new URLSearchParams(globalThis.location.search).get('lang') ?? readStored('device', 'locale');
  const wanted = [asked ?? '', ...navigator.languages].map((tag) => tag.toLowerCase());
  for (const tag of wanted) {
    if (/^(zh-(hk|mo|tw|hant)|yue)/.test(tag)) return 'zh-HK';
    const found = locales.find((locale) => locale.toLowerCase() === tag || locale.slice(0, 2) === tag.slice(0, 2));
    if (found !== undefined) return found;
  }
  return 'zh-CN';
}
