import type { Outlet } from '@anzai/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button, ButtonLink, Icon, Phrases } from '@anzai/ui';
import { toTelHref } from '../../shell/office-block.tsx';
import { getWords } from '../../state/texts.ts';

type OutletListProps = {
  readonly outlets: readonly Outlet[];
  /** Shown on each outlet when the person may choose one. */
  readonly onChoose?: (outletId: string) => void;
  readonly busy?: boolean;
};

const FIRST_SHOWN = 2;

function OutletCard({
  outlet,
  onChoose,
  busy = false,
}: Omit<OutletListProps, 'outlets'> & { readonly outlet: Outlet }): JSX.Element {
  const { web, locale } = getWords();
  return (
    <li class="outlet">
      <p class="outlet-name">{outlet.name[locale]}</p>
      <p class="line-with-icon">
        <Icon name="place" />
        <span>{outlet.address[locale]}</span>
      </p>
      <p class="line-with-icon">
        <Icon name="clock" />
        <span>
          <Phrases text={outlet.hours[locale] ?? ''} />
        </span>
      </p>
      <ButtonLink look="quiet" href={toTelHref(outlet.phone)} icon="phone">
        <Phrases text={web.outlet.call(outlet.phone)} />
      </ButtonLink>
      {onChoose !== undefined && (
        <Button busy={busy} onPress={() => onChoose(outlet.id)}>
          {web.ways.choose}
        </Button>
      )}
    </li>
  );
}

function listDistricts(outlets: readonly Outlet[], locale: 'zh-CN' | 'zh-HK' | 'en'): readonly string[] {
  return [...new Set(outlets.map((outlet) => outlet.district[locale] ?? ''))].filter((one) => one !== '');
}

/** Counters with hours and a telephone, in the server's order; a long list can be narrowed to a district. */
export function OutletList({ outlets, onChoose, busy = false }: OutletListProps): JSX.Element {
  const { web, locale } = getWords();
  const [district, setDistrict] = useState('');
  const [all, setAll] = useState(false);
  const districts = listDistricts(outlets, locale);
  const fitting = district === '' ? outlets : outlets.filter((outlet) => outlet.district[locale] === district);
  const shown = all || district !== '' ? fitting : fitting.slice(0, FIRST_SHOWN);
  if (outlets.length === 0) return <p>{web.ways.noOutlets}</p>;
  const actions = onChoose === undefined ? {} : { onChoose };
  return (
    <div class="stack">
      {districts.length > 1 && (
        <label class="field">
          <span class="field-label">{web.ways.district}</span>
          <select class="field-input" value={district} onChange={(event) => setDistrict(event.currentTarget.value)}>
            <option value="">{web.ways.allDistricts}</option>
            {districts.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul class="outlets">
        {shown.map((outlet) => (
          <OutletCard key={outlet.id} outlet={outlet} busy={busy} {...actions} />
        ))}
      </ul>
      {shown.length < fitting.length && (
        <Button look="quiet" icon="chevron-down" onPress={() => setAll(true)}>
          {web.ways.moreOutlets}
        </Button>
      )}
    </div>
  );
}
