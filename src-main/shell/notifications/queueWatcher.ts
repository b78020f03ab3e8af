import type { Clock } from '#shared/clock.ts';
import type { EngineEvent, EngineEventParams } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { withoutOwnHandles } from '#shared/domain/ownHandles.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { coalesce } from './coalesce.ts';
import type { Cause, Decision, Notice, NoticedConversation, NoticedReply } from './notice.ts';

const COUNT_DELAY_MS = 150;
const GROUP_DELAY_MS = 1_500;
const MAX_FETCHED = 3;

interface QueueWatcherOptions {
  readonly clock: Clock;
  readonly call: EngineClient['call'];
  /** Called with the number of conversations in the queue, whenever it may have changed. */
  readonly onCount: (count: number) => void;
  /** Called with everything that people are notified of; conversations, replies and hits come in groups. */
  readonly onNotice: (notice: Notice) => void;
}

/** Watches the engine's events for the badge and for notifications. */
export interface QueueWatcher {
  handleEvent(event: EngineEvent): void;
  /** Schedules a count, for example after the engine has started. */
  count(): void;
  /** Drops the groups that are still pending, since their workspace was closed. */
  reset(): void;
  stop(): void;
}

type Call = EngineClient['call'];

/** Starts watching. Events in quick succession lead to one count and one group each of conversations, replies and hits. */
export function watchQueue({ clock, call, onCount, onNotice }: QueueWatcherOptions): QueueWatcher {
  const counting = coalesce(clock, COUNT_DELAY_MS, async () => {
    const response = await call('conversations.counts', {});
    if (response.ok) onCount(response.value.counts.queue);
  });
  const conversations = createGroup<Reason>(clock, async (causes, isCurrent) => {
    const notice = await readConversations(call, causes);
    if (isCurrent()) onNotice(notice);
  });
  const replies = createGroup<UndecidedReply>(clock, async (undecided, isCurrent) => {
    const notice = await readReplies(call, undecided);
    if (isCurrent()) onNotice(notice);
  });
  const hits = createSum(clock, (count) => onNotice({ kind: 'hits', count }));
  const reset = () => {
    hits.reset();
    conversations.reset();
    replies.reset();
  };
  return {
    handleEvent: (event) => {
      if (event.name === 'conversations.opened' || event.name === 'conversations.changed') counting.trigger();
      collect(event, conversations, replies);
      if (event.name === 'listening.found') hits.add(event.params.count);
      if (event.name === 'listening.spike') onNotice({ kind: 'spike', ...toFigures(event.params) });
      if (event.name === 'conversations.overdue') onNotice({ kind: 'overdue', ...event.params });
      if (event.name === 'budget.stopped') onNotice({ kind: 'capReached' });
      if (event.name === 'account.loginLost') onNotice({ kind: 'loginLost' });
    },
    count: counting.trigger,
    reset,
    stop: () => {
      counting.cancel();
      reset();
    },
  };
}

function collect(event: EngineEvent, conversations: Group<Reason>, replies: Group<UndecidedReply>): void {
  switch (event.name) {
    case 'conversations.opened':
      for (const id of event.params.ids) conversations.add(id, 'opened');
      break;
    case 'conversations.returned':
      for (const id of event.params.ids) conversations.add(id, event.params.reason);
      break;
    case 'conversations.dueSoon':
      for (const id of event.params.ids) conversations.add(id, 'dueSoon');
      break;
    case 'rules.notified':
      conversations.replace(event.params.conversationId, { ruleId: event.params.ruleId });
      break;
    case 'notes.mentioned':
      conversations.add(event.params.conversationId, 'mentioned');
      break;
    case 'approvals.told':
      conversations.add(event.params.conversationId, event.params.kind);
      break;
    case 'outbox.needsDecision': {
      const { id, conversationId, kind } = event.params;
      replies.add(id, { conversationId, decision: kind });
      break;
    }
  }
}

const toFigures = ({ posts, usual }: EngineEventParams<'listening.spike'>) => ({ posts, usual });

/** A cause as an event gives it. */
type Reason = Exclude<Cause, object> | { readonly ruleId: string };

interface UndecidedReply {
  readonly conversationId: string;
  readonly decision: Decision;
}

interface Group<T> {
  /** Adds an item to the pending group; the first item with an id stays. */
  add(id: string, item: T): void;
  /** Adds an item to the pending group, in the place of one with this id. */
  replace(id: string, item: T): void;
  reset(): void;
}

/** Collects items for a while, then passes them on. `isCurrent` is false once the group was reset in the meantime. */
function createGroup<T>(
  clock: Clock,
  pass: (items: ReadonlyMap<string, T>, isCurrent: () => boolean) => Promise<void>,
): Group<T> {
  let pending = new Map<string, T>();
  let resets = 0;
  const task = coalesce(clock, GROUP_DELAY_MS, async () => {
    const items = pending;
    pending = new Map();
    const before = resets;
    await pass(items, () => resets === before);
  });
  const replace = (id: string, item: T) => {
    pending.set(id, item);
    task.trigger();
  };
  return {
    add: (id, item) => replace(id, pending.get(id) ?? item),
    replace,
    reset: () => {
      resets += 1;
      pending = new Map();
      task.cancel();
    },
  };
}

/** Adds up numbers for a while, then passes on their sum. */
function createSum(clock: Clock, pass: (sum: number) => void) {
  let sum = 0;
  const task = coalesce(clock, GROUP_DELAY_MS, async () => {
    const all = sum;
    sum = 0;
    pass(all);
  });
  return {
    add: (count: number) => {
      sum += count;
      task.trigger();
    },
    reset: () => {
      sum = 0;
      task.cancel();
    },
  };
}

/** The first few conversations, and the number of all without those of the first that need nobody any more. */
async function readConversations(call: Call, reasons: ReadonlyMap<string, Reason>): Promise<Notice> {
  const causes = await nameRules(call, reasons);
  const [info, ...read] = await Promise.all([
    call('system.info', {}),
    ...[...causes]
      .slice(0, MAX_FETCHED)
      .map(async ([id, cause]) => ({ conversation: await get(call, id), cause })),
  ]);
  const handle = info.ok ? (info.value.account?.handle ?? '') : '';
  const first = read.flatMap(({ conversation, cause }): NoticedConversation[] =>
    conversation
      ? [{ conversation, cause, text: withoutOwnHandles(conversation.lastMessage.text, handle) }]
      : [],
  );
  const settled = first.filter(isSettled);
  return {
    kind: 'conversations',
    first: first.filter((one) => !settled.includes(one)),
    count: causes.size - settled.length,
    shared: toShared([...causes.values()]),
  };
}

function toShared(causes: readonly Cause[]): Extract<Notice, { kind: 'conversations' }>['shared'] {
  const [first] = causes;
  const isSame = (cause: Cause) =>
    cause === first || (typeof cause === 'object' && typeof first === 'object' && cause.rule === first.rule);
  const isNamed = first === 'opened' || first === 'dueSoon' || typeof first === 'object';
  return isNamed && causes.every(isSame) ? first : null;
}

/** Why the conversations call for attention, with the names of rules as they are now. */
async function nameRules(
  call: Call,
  reasons: ReadonlyMap<string, Reason>,
): Promise<ReadonlyMap<string, Cause>> {
  const areNamed = [...reasons.values()].some((reason) => typeof reason === 'object');
  const listed = areNamed ? await call('rules.list', {}) : null;
  const rules = listed?.ok ? listed.value.items : [];
  const toCause = (reason: Reason): Cause =>
    typeof reason === 'object' ? { rule: rules.find(({ id }) => id === reason.ruleId)?.name ?? '' } : reason;
  return new Map([...reasons].map(([id, reason]) => [id, toCause(reason)]));
}

// Meanwhile somebody may have replied outside of Perch, which capture finds a moment after the message, or read the note.
function isSettled({ conversation, cause }: NoticedConversation): boolean {
  if (typeof cause === 'object') return false;
  if (cause === 'mentioned') return !conversation.mentionsMe;
  if (cause === 'asked') return conversation.approval !== 'toApprove';
  if (cause === 'approved' || cause === 'returned') return false;
  if (cause === 'dueSoon') return conversation.dueAt === null || conversation.snoozedUntil !== null;
  return cause === 'snoozeEnded' ? conversation.status === 'resolved' : conversation.waitingSince === null;
}

async function readReplies(call: Call, undecided: ReadonlyMap<string, UndecidedReply>): Promise<Notice> {
  const first = await Promise.all(
    [...undecided].slice(0, MAX_FETCHED).map(async ([id, { conversationId, decision }]) => {
      const conversation = await get(call, conversationId);
      const outbox = await call('outbox.list', { conversationId });
      const text = outbox.ok ? (outbox.value.items.find((entry) => entry.id === id)?.text ?? '') : '';
      return { conversation, decision, text };
    }),
  );
  return {
    kind: 'replies',
    first: first.filter((one): one is NoticedReply => one.conversation !== null),
    count: undecided.size,
  };
}

async function get(call: Call, id: string): Promise<Conversation | null> {
  const response = await call('conversations.get', { id, limit: 1 });
  return response.ok ? response.value.conversation : null;
}
