import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import { unpausedTimeBetween } from '#shared/domain/pausedTime.ts';
import { type DueReply, toTargetMinutes } from '#shared/domain/serviceLevel.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { type DueSettings, getDueSettings } from '../store/serviceLevels.ts';
import { inTransaction } from '../store/sql.ts';
import type { Summary, SummaryFacts } from '../store/summaries.ts';
import {
  findEndingReply,
  getTargetsFrom,
  listOverdue,
  listReplied,
  putTarget,
  putTargetResult,
  type RepliedTarget,
  releaseTargets,
  type Target,
} from '../store/targetResults.ts';
import { toPauses } from './pauses.ts';

interface Change {
  readonly facts: SummaryFacts;
  /** What the conversation becomes. */
  readonly summary: Summary;
  readonly now: number;
}

/**
 * Notes which reply has to meet the target that was due, where a conversation stops waiting for it: with the level, the target and the
 * due time as they are now. Whether it is met, `recordTargets` says once X has the reply.
 */
export function noteReplied(db: Db, settings: DueSettings, { facts, summary, now }: Change): void {
  const { stored, id, openedAt } = facts;
  const { dueReply: reply, waitingSince, dueAt, dueLevel: levelId } = stored;
  if (reply === null || waitingSince === null || dueAt === null) return;
  const isSame =
    summary.dueReply === reply && (reply === 'first' || (summary.waitingSince ?? 0) <= waitingSince);
  const since = reply === 'first' ? openedAt : waitingSince;
  if (isSame || since < getTargetsFrom(db)) return;
  const ending = findEndingReply(db, id, waitingSince);
  if (ending === null) return;
  const target = toTarget(settings, { conversationId: id, reply, since, levelId, dueAt });
  const firstDueAt = putTarget(db, target, ending.outboxId);
  if (ending.at === null) return;
  const replied = { ...target, dueAt: firstDueAt, repliedAt: ending.at, agent: null, pauses: summary.pauses };
  record(db, settings, replied, now);
}

/**
 * Records which targets were met or missed, each once: those whose replies X has, and those that have passed without one, also while
 * Perch was closed. A reply that X refused meets none. Emits `conversations.changed` for what was missed.
 */
export function recordTargets({ db, clock, emit }: Pick<EngineContext, 'db' | 'clock' | 'emit'>): void {
  const now = clock.now();
  const missed = inTransaction(db, () => {
    const settings = getDueSettings(db);
    releaseTargets(db);
    for (const replied of listReplied(db)) record(db, settings, replied, now);
    return recordMissed(db, settings, now);
  });
  if (missed.length > 0) emit({ name: 'conversations.changed', params: { ids: missed } });
}

/** So many breaches are recorded at once; the rest waits for the next time. */
const MOST_BREACHES = 500;

function recordMissed(db: Db, settings: DueSettings, now: number): string[] {
  const overdue = listOverdue(db, { from: getTargetsFrom(db), now, limit: MOST_BREACHES });
  for (const breach of overdue) {
    putTarget(db, toTarget(settings, breach), null);
    putTargetResult(db, breach, {
      outcome: 'missed',
      decidedAt: breach.dueAt,
      recordedAt: now,
      repliedAt: null,
      elapsedMs: null,
      agent: null,
    });
  }
  return overdue.map(({ conversationId }) => conversationId);
}

function record(db: Db, { officeHours }: DueSettings, replied: RepliedTarget, now: number): void {
  const { since, dueAt, repliedAt, agent, pauses } = replied;
  const isMet = repliedAt <= dueAt;
  const counted = createCountedTime(officeHours);
  putTargetResult(db, replied, {
    outcome: isMet ? 'met' : 'missed',
    decidedAt: isMet ? repliedAt : dueAt,
    recordedAt: now,
    repliedAt,
    elapsedMs: unpausedTimeBetween(counted, toPauses(pauses), since, repliedAt),
    agent,
  });
}

interface Due {
  readonly conversationId: string;
  readonly reply: DueReply;
  readonly since: number;
  readonly levelId: string | null;
  readonly dueAt: number;
}

/** A level that is gone since is the standard one by now. */
function toTarget({ levels, standard }: DueSettings, due: Due): Target {
  const level = levels.find(({ id }) => id === due.levelId) ?? null;
  const { targets } = level ?? { targets: standard };
  return { ...due, level: level?.name ?? null, targetMinutes: toTargetMinutes(targets, due.reply) };
}
