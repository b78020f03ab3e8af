import type { Activity } from '#shared/domain/activity.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { type AgentColumns, getAgentColumns, setAgentColumns } from '../store/undoFacts.ts';
import { recordActivity } from './recordActivity.ts';
import { toAllCaptured } from './seen.ts';
import { summarise } from './summarise.ts';

/** The id of the activity of a change; absent if nothing changed, or nothing that matters to anybody else. */
export interface Changed {
  readonly activityId?: string;
}

/** A change that an agent makes; without an activity if it matters to nobody else, such as reading. */
interface Change {
  readonly apply: () => void;
  readonly activity?: Pick<Activity, 'kind' | 'facts'>;
}

/**
 * Makes a change to one conversation, with its activity, in one transaction, then emits `conversations.changed`. `toChange` is
 * called within it with the person, once it is known that there is such a conversation; if it returns an error, nothing changes.
 * The activity can be undone. What is already as the agent wants it stays untouched, without an activity.
 */
export function changeConversation(
  ctx: EngineContext,
  id: string,
  toChange: (personId: string) => Result<Change, AppError>,
): Result<Changed, AppError> {
  const done = inTransaction(ctx.db, (): Result<Changed, AppError> => {
    const personId = getPersonIdOf(ctx.db, id);
    const before = getAgentColumns(ctx.db, id);
    if (personId === null || before === null) return err({ code: 'notFound', what: 'conversation', id });
    const change = toChange(personId);
    if (!change.ok) return change;
    change.value.apply();
    summarise(ctx.db, [id], getSettings(ctx.db));
    return ok(change.value.activity ? record(ctx, id, { before, activity: change.value.activity }) : {});
  });
  if (done.ok) ctx.emit({ name: 'conversations.changed', params: { ids: [id] } });
  return done;
}

interface Recorded {
  readonly before: AgentColumns;
  readonly activity: Pick<Activity, 'kind' | 'facts'>;
}

function record(ctx: EngineContext, id: string, { before, activity }: Recorded): Changed {
  const after = getAgentColumns(ctx.db, id);
  if (after === null || isSame(before, after)) {
    // Its times may have moved, which would count as a change to what was done before.
    setAgentColumns(ctx.db, id, before);
    return {};
  }
  const undo = { before, after, capturedUntil: toAllCaptured(ctx.db, id) };
  const agent = getCurrentAgent(ctx.db).id;
  return { activityId: recordActivity(ctx, { ...activity, agent, conversationId: id, undo }) };
}

// When a status was set says nothing by itself.
const telling = ['status', 'setStatus', 'settledAt', 'snoozedUntil', 'agent'] as const;

const isSame = (before: AgentColumns, after: AgentColumns) =>
  telling.every((column) => before[column] === after[column]);
