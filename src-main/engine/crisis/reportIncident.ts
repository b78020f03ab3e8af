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

/** The whole log of an incident as a table, the oldest entry first, times in UTC. Fails with `notFound`. */
export function exportLog(
  { db }: Ctx,
  { id, delimiter }: EngineParsed<'crisis.export'>,
): Result<EngineOutput<'crisis.export'>, AppError> {
  const found = requireIncident(db, id);
  if (!found.ok) return found;
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
  return ok({ content: toCsv([columns, ...rows], delimiter) });
}
