import type { Activity } from '#shared/domain/activity.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getLastReserved } from '../store/captureClock.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { inTransaction } from '../store/sql.ts';
import { type AgentColumns, getAgentColumns, setAgentColumns } from '../store/undoFacts.ts';
import { recordActivity } from './recordActivity.ts';
import type { Viewer } from './seen.ts';
import { summarise } from './summarise.ts';

/** What changes need of the engine. */
export type ChangeContext = Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>;

/** The id of the activity of a change; absent if nothing changed, or nothing that matters to anybody else. */
export interface Changed {
  readonly activityId?: string;
}

/** Who makes a change, and with what it is undone. */
export interface ChangedBy {
  /** Null for Perch itself; by default the current agent. */
  readonly agent?: string | null;
  /** The common id of activities that are undone together. */
  readonly bulk?: string;
  /** The rules that led to it, by id, the first one first. */
  readonly chain?: readonly string[];
}

/** A change that an agent makes; without an activity if it matters to nobody else, such as reading. */
interface Change {
  readonly apply: () => void;
  readonly activity?: Pick<Activity, 'kind' | 'facts'>;
}

/** A conversation to be changed, and how far the agent has seen it. */
export type Target = Pick<Viewer, 'id'> & { readonly seenThrough?: string | undefined };

/**
 * Returns the change to one conversation, of which it is known that it exists. Called within the transaction; if it returns an
 * error, that conversation stays as it is.
 */
export type ToChange = (viewer: Viewer) => Result<Change, AppError>;

/**
 * Makes a change to one conversation, with its activity, in one transaction, then emits `conversations.changed`. The activity can
 * be undone. What is already as the agent wants it stays untouched, without an activity.
 */
export function changeConversation(
  ctx: ChangeContext,
  target: Target,
  toChange: ToChange,
  by: ChangedBy = {},
): Result<Changed, AppError> {
  const { done, left } = changeAll(ctx, [target], toChange, by);
  const [refused] = left;
  return refused ? err(refused.error) : ok(withoutUndefined({ activityId: done[0]?.activityId }));
}

/** What became of the conversations of a bulk change. */
export interface ChangedMany {
  /** The common id of the activities, by which all of it can be undone; absent if nothing changed. */
  readonly id?: string;
  readonly changed: string[];
  readonly left: readonly { readonly id: string; readonly error: AppError }[];
}

/**
 * Makes one change to many conversations as `changeConversation` does, all in one transaction and with one event. Those that the
 * change is refused for stay as they are.
 */
export function changeConversations(
  ctx: ChangeContext,
  targets: readonly Target[],
  toChange: ToChange,
): ChangedMany {
  const bulk = ctx.newId();
  const { done, left } = changeAll(ctx, targets, toChange, { bulk });
  const changed = done.filter(({ activityId }) => activityId !== undefined).map(({ id }) => id);
  return { ...(changed.length > 0 ? { id: bulk } : {}), changed, left };
}

interface Outcome {
  readonly done: readonly { readonly id: string; readonly activityId: string | undefined }[];
  readonly left: ChangedMany['left'];
}

function changeAll(
  ctx: ChangeContext,
  targets: readonly Target[],
  toChange: ToChange,
  { agent = getCurrentAgent(ctx.db).id, bulk }: ChangedBy,
): Outcome {
  const outcome = inTransaction(ctx.db, (): Outcome => {
    const begun: Begun[] = [];
    const left: { id: string; error: AppError }[] = [];
    for (const target of targets) {
      const one = begin(ctx, target, toChange);
      if (one.ok) begun.push(one.value);
      else left.push({ id: target.id, error: one.error });
    }
    const ids = begun.map(({ id }) => id);
    summarise(ctx, ids);
    const common = { capturedUntil: getLastReserved(ctx.db), agent, bulk };
    const done = begun.map((one) => ({ id: one.id, activityId: record(ctx, one, common) }));
    return { done, left };
  });
  const ids = outcome.done.map(({ id }) => id);
  if (ids.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids } });
  return outcome;
}

/** A change that is applied but not recorded yet. */
interface Begun {
  readonly id: string;
  readonly before: AgentColumns;
  readonly activity: Change['activity'];
}

function begin(
  { db }: ChangeContext,
  { id, seenThrough }: Target,
  toChange: ToChange,
): Result<Begun, AppError> {
  const personId = getPersonIdOf(db, id);
  const before = getAgentColumns(db, id);
  if (personId === null || before === null) return err({ code: 'notFound', what: 'conversation', id });
  const change = toChange({ id, personId, seenThrough });
  if (!change.ok) return change;
  change.value.apply();
  return ok({ id, before, activity: change.value.activity });
}

/** What the activities of one transaction have in common. */
interface Common {
  readonly capturedUntil: number;
  readonly agent: string | null;
  readonly bulk: string | undefined;
}

function record(
  ctx: ChangeContext,
  { id, before, activity }: Begun,
  { capturedUntil, agent, bulk }: Common,
): string | undefined {
  if (!activity) return;
  const after = getAgentColumns(ctx.db, id);
  if (after === null || isSame(before, after)) {
    // Its times may have moved, which would count as a change to what was done before.
    setAgentColumns(ctx.db, id, before);
    return;
  }
  const undo = { before, after, capturedUntil };
  const common = { agent, undo, ...withoutUndefined({ bulk }) };
  return recordActivity(ctx, { ...activity, ...common, conversationId: id });
}

// When a status was set says nothing by itself.
const telling = [
  'status',
  'setStatus',
  'settledAt',
  'snoozedUntil',
  'agent',
  'priority',
  'noSurvey',
  'readThrough',
  'unreadFrom',
] as const;

const isSame = (before: AgentColumns, after: AgentColumns) =>
  telling.every((column) => before[column] === after[column]);
