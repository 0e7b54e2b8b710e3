import { createClient, verify } from '@anzai/contract';
import type { Locale } from '@anzai/i18n';
import type { VerifyTexts } from '@anzai/i18n/verify';
import { Button, Icon, Notice } from '@anzai/ui';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { v7 } from 'uuid';
import { BATCH_MAX, parseBatchCodes, renderBatchCsv } from './batch-codes.ts';
import type { BatchResult } from './batch-codes.ts';
import { BatchTable } from './batch-table.tsx';

export type BatchProps = { readonly texts: VerifyTexts['batch']; readonly locale: Locale };

const client = createClient({ baseUrl: '', newKey: () => v7() });

/** Up to a thousand codes at once, answered by the server, which knows of every revocation. */
export function BatchCheck({ texts, locale }: BatchProps): JSX.Element {
  const [text, setText] = useState('');
  const [results, setResults] = useState<readonly BatchResult[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const codes = parseBatchCodes(text);
  const check = async (): Promise<void> => {
    setResults(null);
    if (codes.length === 0) setTrouble(texts.none);
    else if (codes.length > BATCH_MAX) setTrouble(texts.tooMany(codes.length));
    else {
      setTrouble(null);
      setWorking(true);
      const answer = await client.call(verify.verifyCertificates, { body: { codes: [...codes] } });
      setWorking(false);
      if (answer.ok) setResults(answer.value.results);
      else setTrouble('offline' in answer ? texts.offline : texts.refused);
    }
  };
  return (
    <div class="batch">
      <p>{texts.lead}</p>
      <CodesInput {...{ texts, text, setText }} />
      {trouble !== null && (
        <Notice tone="attention" announce>
          <p>{trouble}</p>
        </Notice>
      )}
      <Button look="primary" icon="check" busy={working} busyText={texts.working} onPress={() => void check()}>
        {texts.start(codes.length)}
      </Button>
      {results !== null && (
        <>
          <BatchTable results={results} texts={texts} locale={locale} />
          <Button icon="download" onPress={() => saveCsv(renderBatchCsv(results, texts))}>
            {texts.download}
          </Button>
        </>
      )}
    </div>
  );
}

function CodesInput(props: {
  readonly texts: VerifyTexts['batch'];
  readonly text: string;
  readonly setText: (text: string) => void;
}): JSX.Element {
  const { texts, text, setText } = props;
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {texts.codes}
      </label>
      <textarea
        class="field-input verify-code"
        id={id}
        rows={6}
        value={text}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <label class="verify-file button button-secondary">
        <Icon name="document" />
        <span class="button-words">{texts.file}</span>
        <input
          class="visually-hidden"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setText)}
        />
      </label>
    </div>
  );
}

function saveCsv(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `anzai-verify-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
