import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Card, Notice } from '@anzai/ui';
import { useAction } from '../../shell/use-action.ts';
import { loadSession, session } from '../../state/session.ts';
import { readStored, writeStored } from '../../state/storage.ts';
import { getWords } from '../../state/texts.ts';
import { canUsePasskey, makePasskey } from './passkey.ts';

/** Offered once the main thing is clear, and never again after "not now". */
export function PasskeyOffer(): JSX.Element | null {
  const { passkey: texts } = getWords().web;
  const [possible, setPossible] = useState(false);
  const [answered, setAnswered] = useState<'no' | 'yes' | 'later'>(
    readStored('device', 'passkey') === 'later' ? 'later' : 'no',
  );
  const making = useAction();
  useEffect(() => void canUsePasskey().then(setPossible), []);
  if (answered === 'yes') {
    return (
      <Notice tone="good" announce>
        <p>{texts.made}</p>
      </Notice>
    );
  }
  if (!possible || answered === 'later' || session.value?.passkeys !== 0) return null;
  const make = (): void =>
    making.run(makePasskey, () => {
      setAnswered('yes');
      void loadSession();
    });
  return (
    <Card title={texts.title}>
      <p>{texts.lead}</p>
      {making.failure !== undefined && (
        <Notice announce>
          <p>{texts.failed}</p>
        </Notice>
      )}
      <Button icon="key" busy={making.busy} onPress={make}>
        {texts.make}
      </Button>
      <Button
        look="quiet"
        onPress={() => {
          writeStored('device', 'passkey', 'later');
          setAnswered('later');
        }}
      >
        {texts.later}
      </Button>
    </Card>
  );
}
