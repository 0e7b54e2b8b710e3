import type { counter } from '@anzai/contract';
import { normaliseName, readSearchText, type SearchText } from '@anzai/domain';
import { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { listStandings } from '../certification/index.ts';
import { listTemplateStates } from '../enrolment/index.ts';
import { findByDocument, listBenefits, listMaskedDocuments, listRoster, type Person } from '../people/index.ts';

export type PersonRow = z.infer<typeof counter.PersonRow>;
type Found = z.infer<typeof counter.findPeople.response>;
type Search = z.output<typeof counter.findPeople.body> & { readonly staff: StaffActor };

const pageSize = 200;
/** A filter by standing reads the roster until the page is full, but never more pages than these in one call. */
const pagesMax = 25;

/** Standing is decided, not stored: it changes with the day. */
export async function renderPersonRows(context: Context, people: readonly Person[]): Promise<readonly PersonRow[]> {
  const ids = people.map((person) => person.id);
  const standings = await listStandings(context, people);
  const masked = await listMaskedDocuments(context, ids);
  const templates = await listTemplateStates(context.db, ids);
  const benefits = await listBenefits(context.db, ids);
  return people.flatMap((person) => {
    const standing = standings.get(person.id);
    if (standing === undefined) return [];
    const own = benefits.filter((benefit) => benefit.personId === person.id);
    return [
      {
        id: person.id,
        name: person.name,
        birthOn: person.birthOn,
        documentMasked: masked.get(person.id) ?? '',
        schemes: [...new Set(own.map((benefit) => benefit.scheme))],
        outletId: person.outletId,
        standing,
        template: templates.get(person.id) ?? 'none',
      },
    ];
  });
}

type Cursor = { readonly nameKey: string; readonly id: string };

function parseCursor(after: string | undefined): Cursor | undefined {
  const at = after?.lastIndexOf('~') ?? -1;
  const id = z.uuid().safeParse(after?.slice(at + 1));
  // What is no cursor of ours begins at the first page.
  return after === undefined || at < 0 || !id.success ? undefined : { nameKey: after.slice(0, at), id: id.data };
}

function renderCursor(cursor: Cursor | undefined): string | null {
  return cursor === undefined ? null : `${cursor.nameKey}~${cursor.id}`;
}

type Page = { readonly rows: readonly PersonRow[]; readonly next: string | null };
type Where = { readonly ids?: readonly string[]; readonly nameKey?: string; readonly outletId?: string | undefined };
type Hit = { readonly row: PersonRow; readonly at: Cursor };

async function listHits(context: Context, search: Search, people: readonly Person[]): Promise<readonly Hit[]> {
  const keys = new Map(people.map((person) => [person.id, person.nameKey]));
  const rows = await renderPersonRows(context, people);
  return rows
    .filter((row) => search.standing === undefined || row.standing.state === search.standing)
    .filter((row) => search.template === undefined || row.template === search.template)
    .map((row) => ({ row, at: { nameKey: keys.get(row.id) ?? '', id: row.id } }));
}

function toPage(hits: readonly Hit[], limit: number, after: Cursor | undefined): Page {
  const page = hits.slice(0, limit);
  const next = hits.length > limit ? page.at(-1)?.at : after;
  return { rows: page.map((hit) => hit.row), next: renderCursor(next) };
}

async function scan(context: Context, search: Search, where: Where): Promise<Page> {
  const hits: Hit[] = [];
  let after = parseCursor(search.after);
  for (let page = 0; page < pagesMax && hits.length <= search.limit; page += 1) {
    const people = await listRoster(context.db, { ...where, scheme: search.scheme, after, limit: pageSize });
    hits.push(...(await listHits(context, search, people)));
    const last = people.at(-1);
    if (people.length < pageSize || last === undefined) return toPage(hits, search.limit, undefined);
    after = { nameKey: last.nameKey, id: last.id };
  }
  return toPage(hits, search.limit, after);
}

async function findByText(context: Context, search: Search, text: SearchText): Promise<Page> {
  const outletId = search.staff.role === 'clerk' ? (search.staff.outletId ?? undefined) : undefined;
  switch (text.is) {
    case 'document-invalid':
      return { rows: [], next: null };
    case 'document': {
      // A whole number finds anyone: whoever stands at the counter must not be told that they do not exist.
      const found = await findByDocument(context, text.candidates);
      return scan(context, search, { ids: [...new Set(found.map((each) => each.personId))] });
    }
    case 'name':
      return scan(context, search, { nameKey: normaliseName(text.name), outletId });
    case 'everyone':
      return scan(context, search, { outletId });
  }
}

/** The one search field: tells a slip of the finger from a number that nobody has, and both from a name. */
export async function findPeople(context: Context, search: Search): Promise<Found> {
  const text = readSearchText(search.q);
  const page = await findByText(context, search, text);
  return {
    people: [...page.rows],
    next: page.next,
    understoodAs: text.is,
    invalidReason: text.is === 'document-invalid' ? text.reason : null,
  };
}
