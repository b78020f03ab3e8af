import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { type ListedFigure, ReuseFigure, WorkFigure } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { mapLastMessages, type WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { getOfficeTime, listSpans } from '../surveys/figures/localPeriods.ts';
import { endOf } from './countPeriod.ts';
import {
  agentOf,
  codeOf,
  conversationOf,
  type FactTable,
  isFromLibrary,
  isFromReply,
  targetOf,
} from './factTable.ts';
import { createFirsts, type Firsts } from './firsts.ts';
import { forEachFact, listBacklogAt } from './forEachFact.ts';
import { createGrouping } from './groupWork.ts';
import { toHourOfWeek } from './hourOfWeek.ts';
import { loadWorkFacts, type WorkFacts } from './workFacts.ts';

type Asked = EngineParsed<'reports.workConversations'>;
type Found = Omit<EngineOutput<'reports.workConversations'>['items'][number], 'person'>;

/**
 * What a figure counted, or the backlog at an end, each with its conversation: missed targets first, then what took longest, else the
 * latest. Errors are those of `reportWork`, and `invalid` for a step that is not in the period.
 */
export async function listWork(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = ctx.clock.now(), limit, ...asked }: Asked,
): Promise<Result<EngineOutput<'reports.workConversations'>, AppError>> {
  const error = findPeriodError(asked);
  if (error) return err(error);
  const { db } = ctx;
  const period = { from: asked.from, to: asked.to, asKnownOn };
  const part = toPart(db, period, asked.step);
  if (!part.ok) return part;
  const facts = await loadWorkFacts(ctx, asKnownOn);
  const found = createFirsts(limit, toOrder(asked.figure));
  if (asked.figure === 'unresolved' || asked.figure === 'waiting') {
    const end = Math.min(part.value.to, endOf(period)) - 1;
    for (const one of listBacklog(db, facts, { figure: asked.figure, end, asKnownOn })) found.add(one);
  } else addFacts(found, db, facts, { ...asked, period, part: part.value });
  const page = found.list();
  const people = mapPeopleOf(
    db,
    page.map(({ conversationId }) => conversationId),
  );
  const items = page.flatMap((one) => {
    const person = people.get(one.conversationId);
    return person ? [{ ...one, person }] : [];
  });
  return ok({ items, total: found.total() });
}

interface Part {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The step of a period, or all of it. */
function toPart(db: Db, period: WorkPeriod, step: Asked['step']): Result<Part, AppError> {
  if (!step) return ok({ from: period.from, to: period.to });
  const spans = listSpans(getOfficeTime(db), step.unit, period.from, endOf(period) - 1);
  const span = spans.find(([, , key]) => key === step.key);
  if (span) return ok({ from: Math.max(span[0], period.from), to: Math.min(span[1], period.to) });
  const keys = spans.map(([, , key]) => key);
  const reason = `is no ${step.unit} of the period, which has ${keys[0]} to ${keys.at(-1)}; found ${step.key}`;
  return err({ code: 'invalid', path: 'step.key', reason });
}

/** Returns what tells the rows that a figure counts. */
function createFilter(figure: ListedFigure) {
  const reuse = ReuseFigure.safeParse(figure);
  if (reuse.success)
    return ({ columns }: FactTable, row: number) =>
      columns.figure[row] === codeOf.replies && isReuse[reuse.data](columns.flags[row] ?? 0);
  const code = codeOf[WorkFigure.parse(figure)];
  return ({ columns }: FactTable, row: number) => columns.figure[row] === code;
}

const isReuse: Readonly<Record<ReuseFigure, (flags: number) => boolean>> = {
  fromLibrary: isFromLibrary,
  fromReplies: isFromReply,
  reused: (flags) => isFromLibrary(flags) || isFromReply(flags),
};

type Wanted = Pick<Asked, 'figure' | 'group' | 'hour'> & { readonly period: WorkPeriod; readonly part: Part };

function addFacts(
  found: Firsts<Found>,
  db: Db,
  facts: WorkFacts,
  { figure, group, hour, period, part }: Wanted,
): void {
  const toKeys = group ? createGrouping(db, group.by, period) : null;
  const office = getOfficeTime(db);
  const isInHour = (at: number) => {
    if (!hour) return true;
    const shown = toHourOfWeek(office, at);
    return shown.weekday === hour.weekday && shown.hour === hour.hour;
  };
  const isCounted = createFilter(figure);
  forEachFact(facts, part, (table, row) => {
    if (!isCounted(table, row) || !isInHour(table.columns.at[row] ?? 0)) return;
    if (!group || toKeys?.(table, row).includes(group.key)) found.add(toFound(table, row));
  });
}

function toFound(table: FactTable, row: number): Found {
  const { at, ms, flags } = table.columns;
  const took = ms[row] ?? Number.NaN;
  return {
    conversationId: conversationOf(table, row)?.id ?? '',
    at: at[row] ?? 0,
    ms: Number.isNaN(took) ? null : took,
    agent: agentOf(table, row),
    target: targetOf(flags[row] ?? 0),
  };
}

interface Backlog {
  readonly figure: 'unresolved' | 'waiting';
  readonly end: number;
  readonly asKnownOn: number;
}

/** The conversations that are in the backlog at a time, each with its last message until then. */
function listBacklog(db: Db, facts: WorkFacts, { figure, end, asKnownOn }: Backlog): Found[] {
  const ids = listBacklogAt(facts, figure, end);
  const last = mapLastMessages(db, ids, { until: end, asKnownOn });
  return ids.map((conversationId) => {
    const at = last.get(conversationId) ?? end;
    return { conversationId, at, ms: null, agent: null, target: null };
  });
}

function toOrder(figure: Asked['figure']): (a: Found, b: Found) => number {
  const isTarget = figure === 'firstTarget' || figure === 'nextTarget';
  const byOutcome = (a: Found, b: Found) => Number(b.target === 'missed') - Number(a.target === 'missed');
  return (a, b) =>
    (isTarget ? byOutcome(a, b) : 0) ||
    (b.ms ?? 0) - (a.ms ?? 0) ||
    b.at - a.at ||
    (a.conversationId < b.conversationId ? -1 : 1);
}
