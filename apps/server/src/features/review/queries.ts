import type { CaseSummary, counter } from '@anzai/contract';
import { z } from 'zod';
import type { Context } from '../../platform/deps.ts';
import type { StaffActor } from '../../platform/session/actor.ts';
import { listAttemptRowsById, listFrames, type AttemptRow } from '../attempt/index.ts';
import {
  findCaseRow,
  listCaseAttemptIds,
  listCaseOthers,
  listCaseRows,
  listDecisions,
  toCaseSummary,
  type CaseKind,
  type CaseRow,
  type CaseState,
} from '../case/index.ts';
import { findCurrentEnrolment } from '../enrolment/index.ts';
import { isInScopeOf, listPersonRows, type Person } from '../people/index.ts';
import { findStaffName } from '../staff/index.ts';

type Detail = z.infer<typeof counter.CaseDetail>;

export type ListCases = {
  readonly staff: StaffActor;
  readonly state?: CaseState | undefined;
  readonly kind?: CaseKind | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

const Cursor = z.tuple([z.iso.date(), z.uuid()]);

/** What is no cursor of ours begins at the first page. */
function parseCursor(after: string | undefined): { decideBy: string; id: string } | undefined {
  const cursor = Cursor.safeParse(after?.split('~'));
  return cursor.success ? { decideBy: cursor.data[0], id: cursor.data[1] } : undefined;
}

/** Oldest due first; a clerk sees the cases of the counter. */
export async function listCases(
  context: Context,
  wanted: ListCases,
): Promise<{ cases: z.infer<typeof CaseSummary>[]; next: string | null }> {
  const { staff, state, kind, limit } = wanted;
  const outletId = staff.role === 'clerk' ? (staff.outletId ?? undefined) : undefined;
  const rows = await listCaseRows(context.db, {
    state,
    kind,
    outletId,
    after: parseCursor(wanted.after),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const people = new Map(
    (await listPersonRows(context.db, [...new Set(page.map((row) => row.personId))])).map((each) => [each.id, each]),
  );
  const last = page.at(-1);
  return {
    cases: page.map((row) => toCaseSummary(row, people.get(row.personId)?.name ?? '')),
    next: rows.length > limit && last !== undefined ? `${last.decideBy}~${last.id}` : null,
  };
}

const matchOutcomes = ['match', 'no-match', 'doubtful', 'error'] as const;

async function renderAttempt(context: Context, attempt: AttemptRow): Promise<Detail['attempts'][number]> {
  const frames = await listFrames(context.db, attempt.id);
  return {
    id: attempt.id,
    at: attempt.startedAt,
    mode: attempt.mode,
    acting: attempt.acting,
    helperName: attempt.helperName,
    signals: (attempt.signals ?? []).map((signal) => ({ ...signal, reasons: [...signal.reasons] })),
    matchOutcome: matchOutcomes.find((outcome) => outcome === attempt.match) ?? 'none',
    frames: frames.map((frame) => ({
      index: frame.frameIndex,
      promptKind: attempt.challenge.prompts[frame.promptIndex]?.kind ?? 'hold',
      faces: frame.faces,
    })),
  };
}

async function renderDecisions(context: Context, row: CaseRow): Promise<Detail['decisions']> {
  const decisions = [];
  for (const decision of await listDecisions(context.db, [row.id])) {
    const place = { table: 'case_decision', row: decision.id, field: 'reason' };
    decisions.push({
      at: decision.createdAt,
      by: (await findStaffName(context, decision.staffId)) ?? '',
      decision: decision.decision,
      reason: context.vault.openText(place, decision.reasonSealed),
    });
  }
  return decisions;
}

async function renderOthers(context: Context, row: CaseRow): Promise<Detail['others']> {
  const others = await listCaseOthers(context.db, row.id);
  const people = await listPersonRows(
    context.db,
    others.map((other) => other.personId),
  );
  return others.map(({ personId, enrolmentId }) => ({
    personId,
    personName: people.find((person) => person.id === personId)?.name ?? '',
    enrolmentId,
  }));
}

function maySee(staff: StaffActor, row: CaseRow, person: Person): boolean {
  const chosen = staff.outletId !== null && row.outletId === staff.outletId;
  return chosen || isInScopeOf(staff, person);
}

/** The case with what was captured, in words; no score. Undefined when it is not this counter's. */
export async function findCaseDetail(
  context: Context,
  wanted: { readonly caseId: string; readonly staff: StaffActor },
): Promise<Detail | undefined> {
  const row = await findCaseRow(context.db, wanted.caseId);
  if (row === undefined) return undefined;
  const person = (await listPersonRows(context.db, [row.personId]))[0];
  if (person === undefined || !maySee(wanted.staff, row, person)) return undefined;
  const attempts = await listAttemptRowsById(context.db, await listCaseAttemptIds(context.db, row.id));
  const rendered = [];
  for (const attempt of attempts) rendered.push(await renderAttempt(context, attempt));
  const current = await findCurrentEnrolment(context.db, row.personId);
  return {
    summary: toCaseSummary(row, person.name),
    reasons: [...row.reasons],
    attempts: rendered,
    enrolmentId: row.enrolmentId ?? current?.id ?? null,
    others: await renderOthers(context, row),
    decisions: await renderDecisions(context, row),
  };
}
