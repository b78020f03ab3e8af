import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { toCsv } from '../library/csv.ts';
import { medianOf } from '../statistics/medianOf.ts';
import { countReplies, listFirstReplies, listMentionsPerHour } from '../store/incidentFigures.ts';
import { countEntries, listEntries } from '../store/incidents.ts';
import { requireIncident } from './requireIncident.ts';

type Ctx = Pick<EngineContext, 'db' | 'clock'>;

/** What an incident amounted to, until now or its end. Fails with `notFound`. */
export function reportIncident(
  { db, clock }: Ctx,
  id: string,
): Result<EngineOutput<'crisis.report'>, AppError> {
  const found = requireIncident(db, id);
  if (!found.ok) return found;
  const incident = found.value;
  const span = { from: incident.startedAt, until: incident.endedAt ?? clock.now() };
  const mentionsPerHour = listMentionsPerHour(db, span);
  const opened = listFirstReplies(db, span);
  const waits = opened.flatMap(({ openedAt, repliedAt }) =>
    repliedAt === null ? [] : [repliedAt - openedAt],
  );
  return ok({
    incident,
    mentions: mentionsPerHour.reduce((sum, { count }) => sum + count, 0),
    mentionsPerHour,
    replies: countReplies(db, span),
    conversations: opened.length,
    replied: waits.length,
    medianFirstReplyMs: medianOf(waits),
  });
}

const columns = ['at', 'agent', 'kind', 'text', 'facts'];

/** The whole log of an incident as a table, the oldest entry first, times in UTC; if wanted with its figures. Fails with `notFound`. */
export function exportLog(
  ctx: Ctx,
  { id, delimiter, withFigures }: EngineParsed<'crisis.export'>,
): Result<EngineOutput<'crisis.export'>, AppError> {
  const { db } = ctx;
  const report = reportIncident(ctx, id);
  if (!report.ok) return report;
  const rows = listEntries(db, id, countEntries(db, id))
    .toReversed()
    .map(({ at, agent, kind, text, facts }) => [
      new Date(at).toISOString(),
      agent ?? 'Perch',
      kind,
      text,
      Object.entries(facts)
        .map(([name, value]) => `${name}=${value ?? ''}`)
        .join('; '),
    ]);
  const figures = withFigures ? toFigureRows(report.value, ctx.clock.now()) : [];
  return ok({ content: toCsv([columns, ...rows, ...figures], delimiter) });
}

/** The figures in the columns of the log: those of an hour at its beginning, the others at the end of the incident, or now. */
function toFigureRows(report: EngineOutput<'crisis.report'>, now: number): string[][] {
  const { incident, mentionsPerHour, medianFirstReplyMs: median, ...counts } = report;
  const toRow = (at: number, name: string, value: string | number) => [
    new Date(at).toISOString(),
    'Perch',
    'figure',
    name,
    `value=${value}`,
  ];
  const end = incident.endedAt ?? now;
  return [
    ...mentionsPerHour.map(({ at, count }) => toRow(at, 'mentionsInHour', count)),
    ...Object.entries(counts).map(([name, value]) => toRow(end, name, value)),
    toRow(end, 'medianFirstReplyMs', median ?? ''),
  ];
}
