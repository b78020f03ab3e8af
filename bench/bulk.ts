import { type ColumnsChange, toBulkChange } from '#engine/conversations/agentChanges.ts';
import { type ChangeContext, changeConversations } from '#engine/conversations/changeConversation.ts';
import { undoBulk } from '#engine/conversations/undoActivity.ts';
import { listPage } from '#engine/store/conversationLists.ts';
import { BULK_LIMIT } from '#shared/domain/bulkChange.ts';
import { DAY_MS } from '#shared/time.ts';
import { type Percentiles, timed, timedByProcessor, toPercentiles } from './measure.ts';

const ROUNDS = 20;

/** One change to 1,000 conversations and its undo, in milliseconds: as long as it took, and by processor time. */
export interface BulkTimes {
  readonly change: Percentiles;
  readonly undo: Percentiles;
  readonly changeByProcessor: Percentiles;
  readonly undoByProcessor: Percentiles;
}

/** Resolves, snoozes, assigns and marks as read the 1,000 most urgent conversations in turn, and undoes each. */
export function measureBulk(ctx: ChangeContext): BulkTimes {
  const targets = listPage(ctx.db, { view: 'queue', filter: {}, me: '', now: 0 }, 'urgent', {
    limit: BULK_LIMIT,
    after: null,
  }).map(({ id, lastMessage }) => ({
    id,
    seenThrough: lastMessage.id,
  }));
  const changes: readonly ColumnsChange[] = [
    { type: 'status', status: 'resolved' },
    { type: 'snooze', until: Date.now() + DAY_MS },
    { type: 'assign', agent: 'Robin' },
    { type: 'read' },
  ];
  const measured = Array.from({ length: ROUNDS }, () => changes)
    .flat()
    .map((change) => measureOne(ctx, targets, change));
  return {
    change: toPercentiles(measured.map(({ change }) => change)),
    undo: toPercentiles(measured.map(({ undo }) => undo)),
    changeByProcessor: toPercentiles(measured.map(({ changeByProcessor }) => changeByProcessor)),
    undoByProcessor: toPercentiles(measured.map(({ undoByProcessor }) => undoByProcessor)),
  };
}

function measureOne(
  ctx: ChangeContext,
  targets: Parameters<typeof changeConversations>[1],
  change: ColumnsChange,
) {
  const toChange = toBulkChange(ctx, change);
  if (!toChange.ok) throw new Error(toChange.error.code);
  const { ms, value: changed } = timed(() =>
    timedByProcessor(() => changeConversations(ctx, targets, toChange.value)),
  );
  const { id = '', left } = changed.value;
  const { ms: undo, value: undone } = timed(() => timedByProcessor(() => undoBulk(ctx, id)));
  if (left.length > 0 || !undone.value.ok || undone.value.value.undone.length !== targets.length)
    throw new Error(`not all were changed and undone: ${change.type}`);
  return { change: ms, undo, changeByProcessor: changed.ms, undoByProcessor: undone.ms };
}
