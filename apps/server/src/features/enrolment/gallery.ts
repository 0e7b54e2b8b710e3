import type { Template } from '@anzai/face';
import type { Context } from '../../platform/deps.ts';
import type { Vault } from '../../platform/crypto/vault.ts';
import { decodeTemplate } from './template-codec.ts';
import { listEnrolmentRows, listGalleryKeys, type EnrolmentRow } from './store.ts';

export type DuplicateCandidate = { readonly personId: string; readonly enrolmentId: string; readonly score: number };

const candidatesMax = 5;
const loadAtOnce = 500;

/** Opened templates by enrolment, per vault: opening all of a city for each search would cost more than the search. */
const openedByVault = new WeakMap<Vault, Map<string, Template>>();

export function openTemplate(context: Context, row: EnrolmentRow): Template | undefined {
  if (row.templateSealed === null) return undefined;
  const bytes = context.vault.open({ table: 'enrolment', row: row.id, field: 'template' }, row.templateSealed);
  return decodeTemplate(bytes, {
    embedder: { id: row.embedderId, version: row.embedderVersion },
    frames: row.templateFrames,
  });
}

async function loadMissing(context: Context, opened: Map<string, Template>, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !opened.has(id));
  for (let start = 0; start < missing.length; start += loadAtOnce) {
    const rows = await listEnrolmentRows(context.db, missing.slice(start, start + loadAtOnce));
    for (const row of rows) {
      const template = openTemplate(context, row);
      if (template !== undefined) opened.set(row.id, template);
    }
  }
}

/**
 * Looks for the same face under other people. What it finds is for a person to look at: twins exist, and free matchers
 * err most on old and on East Asian faces.
 */
export async function findDuplicates(
  context: Context,
  wanted: { readonly personId: string; readonly probe: Template; readonly fmr: string },
): Promise<readonly DuplicateCandidate[]> {
  const keys = await listGalleryKeys(context.db, wanted.probe.embedder);
  const opened = openedByVault.get(context.vault) ?? new Map<string, Template>();
  openedByVault.set(context.vault, opened);
  const present = new Set(keys.map((key) => key.id));
  for (const id of opened.keys()) if (!present.has(id)) opened.delete(id);
  await loadMissing(context, opened, [...present]);
  const gallery = keys.flatMap((key) => {
    const template = opened.get(key.id);
    return template === undefined || key.personId === wanted.personId ? [] : [{ id: key.id, template }];
  });
  if (gallery.length === 0) return [];
  const { probe, fmr } = wanted;
  const candidates = await context.engine.identify({ probe, gallery, fmr, limit: candidatesMax });
  const personByEnrolment = new Map(keys.map((key) => [key.id, key.personId]));
  return candidates.flatMap((candidate) => {
    const personId = personByEnrolment.get(candidate.id);
    return personId === undefined ? [] : [{ personId, enrolmentId: candidate.id, score: candidate.score }];
  });
}
