import { schemes } from '@anzai/domain';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Select, type Choice } from '../../components/field.tsx';
import { navigate, place, setQuery, to } from '../../state/route.ts';
import { texts } from '../../state/texts.ts';
import { standings, templateStates } from './find-query.ts';

function choicesOf<V extends string>(values: readonly V[], words: Readonly<Record<V, string>>): Choice<V | ''>[] {
  return [{ value: '', label: texts().common.all }, ...values.map((value) => ({ value, label: words[value] }))];
}

function Filters(): JSX.Element {
  const words = texts();
  const { query } = place.value;
  return (
    <div class="filters">
      <Select
        label={words.find.standing}
        value={standings.find((one) => one === query['standing']) ?? ''}
        choices={choicesOf(standings, words.standing)}
        onChange={(standing) => setQuery({ standing })}
      />
      <Select
        label={words.find.template}
        value={templateStates.find((one) => one === query['template']) ?? ''}
        choices={choicesOf(templateStates, words.template)}
        onChange={(template) => setQuery({ template })}
      />
      <Select
        label={words.find.scheme}
        value={schemes.find((one) => one === query['scheme']) ?? ''}
        choices={choicesOf(schemes, words.schemesShort)}
        onChange={(scheme) => setQuery({ scheme })}
      />
    </div>
  );
}

export function FindForm(): JSX.Element {
  const words = texts().find;
  const asked = place.value.memory['q'] ?? '';
  const [q, setQ] = useState(asked);
  useEffect(() => setQ(asked), [asked]);
  return (
    <form
      class="find-form panel"
      onSubmit={(event) => {
        event.preventDefault();
        const { after: _after, ...query } = place.value.query;
        navigate(to('/find', query), { memory: { q: q.trim() } });
      }}
    >
      <div class="field find-field">
        <label for="find-q">{words.label}</label>
        <div class="find-row">
          <input
            id="find-q"
            class="input input-large"
            type="text"
            data-find="page"
            data-autofocus={asked === ''}
            value={q}
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
            onInput={(event) => setQ(event.currentTarget.value)}
          />
          <Button type="submit" look="primary" size="large" icon="find">
            {words.submit}
          </Button>
        </div>
      </div>
      <Filters />
    </form>
  );
}
