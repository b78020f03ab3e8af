import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { listWaitingMentions } from '../store/incidentReplies.ts';
import { groupAlike } from './groupAlike.ts';
import { requireRunning } from './requireIncident.ts';

/** People write before somebody starts crisis mode. */
const BEFORE_MS = HOUR_MS;
/** The newest posts that are compared. */
const COMPARED = 2_000;

/**
 * The groups of people who wait for a reply and wrote nearly the same, the largest first; each person is in one of them at most. Errors:
 * `notFound`, `crisisEnded`.
 */
export function listGroups(
  { db }: Pick<EngineContext, 'db'>,
  id: string,
): Result<EngineOutput<'crisis.groups'>, AppError> {
  const running = requireRunning(db, id);
  if (!running.ok) return running;
  const waiting = listWaitingMentions(db, running.value.startedAt - BEFORE_MS, COMPARED);
  const groups = groupAlike(waiting.map(({ text }) => text)).map((positions) =>
    positions.flatMap((at) => waiting[at] ?? []),
  );
  return ok({
    items: groups
      .filter((members) => members.length > 1)
      .map((members) => ({ text: members[0]?.text ?? '', members })),
    others: groups.filter((members) => members.length === 1).length,
  });
}
