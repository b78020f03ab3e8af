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
import { endOf } from './countQuarters.ts';
import { createGrouping, type Grouping } from './createGrouping.ts';
import { codeOf, FROM_LIBRARY, FROM_REPLY, SPAN_ROWS, type Span, targetOf } from './factSpan.ts';
import { agentOf, conversationOf, type FactTable } from './factTable.ts';
import { createFirsts, type Firsts } from './firsts.ts';
import { type Backlog, forEachRows, listBacklog } from './forEachRows.ts';
import { toHourOfWeek } from './hourOfWeek.ts';
import { oneLabel } from './labels.ts';
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
    for (const one of findBacklog(db, facts, { figure: asked.figure, end, asKnownOn })) found.add(one);
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

/** Which facts a figure counts: those of a figure, in part by their flags. */
function toCounted(figure: ListedFigure): {
  readonly of: WorkFigure;
  readonly isCounted: (flags: number) => boolean;
} {
  const reuse = ReuseFigure.safeParse(figure);
  if (!reuse.success) return { of: WorkFigure.parse(figure), isCounted: () => true };
  const mask = reuseFlags[reuse.data];
  return { of: 'replies', isCounted: (flags) => (flags & mask) !== 0 };
}

const reuseFlags: Readonly<Record<ReuseFigure, number>> = {
  fromLibrary: FROM_LIBRARY,
  fromReplies: FROM_REPLY,
  reused: FROM_LIBRARY | FROM_REPLY,
};

type Wanted = Pick<Asked, 'figure' | 'group' | 'hour'> & { readonly period: WorkPeriod; readonly part: Part };

function addFacts(
  found: Firsts<Found>,
  db: Db,
  facts: WorkFacts,
  { figure, group, hour, period, part }: Wanted,
): void {
  const office = getOfficeTime(db);
  const isInHour = (at: number) => {
    if (!hour) return true;
    const shown = toHourOfWeek(office, at);
    return shown.weekday === hour.weekday && shown.hour === hour.hour;
  };
  const { of, isCounted } = toCounted(figure);
  const code = codeOf[of];
  const { labels, keysOf } = group ? createGrouping(db, facts, group.by, period) : everything;
  const isOfGroup = keysOf.map((keys) => !group || keys.includes(group.key));
  const ofRows = new Int32Array(SPAN_ROWS);
  forEachRows(facts, code, part, (span, rows, table) => {
    labels.write(ofRows, { table, code, span, rows });
    for (const [n, row] of rows.entries()) {
      if (!isOfGroup[ofRows[n] ?? 0] || !isCounted(span.flags[row] ?? 0)) continue;
      if (isInHour(span.at[row] ?? 0)) found.add(toFound(table, span, row));
    }
  });
}

const everything: Grouping = { labels: oneLabel, keysOf: [[]] };

function toFound(table: FactTable, span: Span, row: number): Found {
  const took = span.ms[row] ?? Number.NaN;
  return {
    conversationId: conversationOf(table, span, row),
    at: span.at[row] ?? 0,
    ms: Number.isNaN(took) ? null : took,
    agent: agentOf(table, span, row),
    target: targetOf(span.flags[row] ?? 0),
  };
}

interface BacklogAt {
  readonly figure: Backlog;
  readonly end: number;
  readonly asKnownOn: number;
}

/** The conversations that are in the backlog at a time, each with its last message until then. */
function findBacklog(db: Db, facts: WorkFacts, { figure, end, asKnownOn }: BacklogAt): Found[] {
  const ids = listBacklog(facts, figure, end + 1);
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
