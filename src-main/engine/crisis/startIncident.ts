import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Incident } from '#shared/domain/incident.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getRunningIncident, insertIncident } from '../store/incidents.ts';
import { getOpenSpike, listSpikes } from '../store/spikes.ts';
import { inTransaction } from '../store/sql.ts';
import { noteEntry } from './noteEntry.ts';
import { requireIncident } from './requireIncident.ts';

/** Starts the incident, with what is known of it as the first entries of its log. Fails with `crisisRunning` if there is one. */
export function startIncident(
  ctx: EngineContext,
  { title, statement }: EngineParsed<'crisis.start'>,
): Result<Incident, AppError> {
  const { db, clock, newId } = ctx;
  const started = inTransaction(db, (): Result<Incident, AppError> => {
    const running = getRunningIncident(db);
    if (running) return err({ code: 'crisisRunning', title: running.title });
    const id = newId();
    const startedBy = getCurrentAgent(db).id;
    insertIncident(db, { id, title, startedAt: clock.now(), startedBy, statement });
    noteEntry(ctx, id, { kind: 'started', text: title });
    if (statement.length > 0) noteEntry(ctx, id, { kind: 'statementChanged', text: toLogText(statement) });
    if (getOpenSpike(db)) noteAlert(ctx, id);
    return requireIncident(db, id);
  });
  if (started.ok) ctx.emit({ name: 'crisis.changed', params: {} });
  return started;
}

/** All wordings of a statement, as the log keeps them. */
export const toLogText = (statement: Incident['statement']): string =>
  statement.map(({ text }) => text).join('\n\n');

/** Notes in the log of the running incident that a spike has begun; does nothing without one. */
export function followSpike(ctx: EngineContext): void {
  const running = getRunningIncident(ctx.db);
  if (!running) return;
  inTransaction(ctx.db, () => noteAlert(ctx, running.id));
  ctx.emit({ name: 'crisis.changed', params: {} });
}

function noteAlert(ctx: EngineContext, id: string): void {
  const [spike] = listSpikes(ctx.db, 1);
  if (!spike) return;
  const { posts, usual, hashtag } = spike;
  const facts = { posts, usual, hashtag: hashtag?.name ?? null };
  noteEntry(ctx, id, { kind: 'alertSeen', facts, isAutomatic: true });
}
