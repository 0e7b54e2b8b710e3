import { schemes } from '@anzai/domain';
import type { Place } from '../../state/route.ts';

export const standings = ['certified', 'due', 'overdue', 'in-review', 'not-subject'] as const;
export const templateStates = ['none', 'current', 'withdrawn'] as const;

type Optional<K extends string, V> = { readonly [key in K]?: V };

export type FindQuery = { readonly q: string; readonly limit: number } & Optional<
  'standing',
  (typeof standings)[number]
> &
  Optional<'template', (typeof templateStates)[number]> &
  Optional<'scheme', (typeof schemes)[number]> &
  Optional<'after', string>;

/** What to ask for, from the place: filters stand in the address, the text itself never does. */
export function parseFindQuery(place: Place): FindQuery {
  const { query, memory } = place;
  const standing = standings.find((one) => one === query['standing']);
  const template = templateStates.find((one) => one === query['template']);
  const scheme = schemes.find((one) => one === query['scheme']);
  const after = query['after'];
  return {
    q: memory['q'] ?? '',
    limit: 50,
    ...(standing === undefined ? {} : { standing }),
    ...(template === undefined ? {} : { template }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(after === undefined ? {} : { after }),
  };
}
