import type { VerifyTexts } from '@anzai/i18n/verify';
import { Button, Icon, Notice } from '@anzai/ui';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { loadPicture, openQrReader } from './read-qr.ts';
import { ScannerView } from './scanner-view.tsx';

type CodeInputProps = { readonly texts: VerifyTexts; readonly onCode: (code: string) => void };

/** Three ways to a code: the camera, a picture, the text itself. */
export function CodeInput({ texts, onCode }: CodeInputProps): JSX.Element {
  const [scanning, setScanning] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const stop = (why: string | null): void => {
    setScanning(false);
    setTrouble(why);
  };
  if (scanning) return <ScannerView texts={texts} onCode={onCode} onStop={stop} />;
  return (
    <div class="verify-inputs">
      {trouble !== null && (
        <Notice tone="attention" announce>
          <p>{trouble}</p>
        </Notice>
      )}
      <Button look="primary" icon="camera" onPress={() => setScanning(true)}>
        {texts.scan}
      </Button>
      <PictureInput texts={texts} onCode={onCode} onTrouble={setTrouble} />
      <PasteInput texts={texts} onCode={onCode} />
    </div>
  );
}

function PictureInput(props: CodeInputProps & { readonly onTrouble: (trouble: string | null) => void }): JSX.Element {
  const { texts, onCode, onTrouble } = props;
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    onTrouble(null);
    const pixels = await loadPicture(file).catch(() => null);
    const text = pixels === null ? null : await (await openQrReader())(pixels);
    if (pixels === null) onTrouble(texts.pictureUnreadable);
    else if (text === null) onTrouble(texts.noCodeInPicture);
    else onCode(text);
  };
  return (
    <label class="verify-file button button-secondary">
      <Icon name="document" />
      <span class="button-words">
        <span>{texts.picture}</span>
        <span class="button-hint">{texts.pictureHint}</span>
      </span>
      <input
        class="visually-hidden"
        type="file"
        accept="image/*"
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function PasteInput({ texts, onCode }: CodeInputProps): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      class="verify-paste field"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onCode(text);
      }}
    >
      <label class="field-label" for={id}>
        {texts.paste}
      </label>
      <p class="field-hint" id={`${id}-hint`}>
        {texts.pasteHint}
      </p>
      <textarea
        class="field-input verify-code"
        id={id}
        rows={3}
        value={text}
        autoCapitalize="off"
        autoCorrect="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" icon="check">
        {texts.check}
      </Button>
    </form>
  );
}
