import { type Conversation, mostUnreadNamed } from '#shared/domain/conversation.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { listGapsAmong } from '../capture/sourceStatus.ts';
import type { EngineContext } from '../context/context.ts';
import {
  toAssignment,
  toPriority,
  toReading,
  toSnooze,
  toStatusChange,
  toUnread,
} from '../conversations/agentChanges.ts';
import { changeConversation } from '../conversations/changeConversation.ts';
import { countConversations, listConversations } from '../conversations/listConversations.ts';
import { readHistory } from '../conversations/readHistory.ts';
import { tagConversation } from '../conversations/tagConversation.ts';
import { cancelExports, exportConversations } from '../export/exportConversations.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { countList, listLanguages } from '../store/conversationLists.ts';
import { getConversation } from '../store/conversations.ts';
import { getHandover } from '../store/handovers.ts';
import type { Db } from '../store/open.ts';
import { getLastCaptured } from '../store/seenMessages.ts';
import { getFirstUnread, listUnread } from '../store/summaries.ts';
import type { Handlers } from './handlers.ts';

/** Who looks at a list, and when. */
const toViewer = ({ db, clock }: Pick<EngineContext, 'db' | 'clock'>) => ({
  me: getCurrentAgent(db).id,
  now: clock.now(),
});

const readUnread = (db: Db, { id, unread }: Conversation) =>
  unread === 0
    ? { unread: [] }
    : {
        unread: listUnread(db, id, mostUnreadNamed),
        ...withoutUndefined({ firstUnread: getFirstUnread(db, id) ?? undefined }),
      };

/** Reading conversations, and what agents do to them apart from replying. */
export const conversationHandlers = {
  'conversations.list': (ctx, query) => listConversations(ctx.db, query, toViewer(ctx)),

  'conversations.counts': (ctx) => ok(countConversations(ctx.db, toViewer(ctx))),

  'conversations.count': (ctx, { view, filter = {} }) =>
    ok({ count: countList(ctx.db, { view, filter, ...toViewer(ctx) }) }),

  'conversations.languages': ({ db }) => ok({ langs: listLanguages(db) }),

  'conversations.get': (ctx, { id, ...page }) => {
    const conversation = getConversation(ctx.db, id);
    if (!conversation) return err({ code: 'notFound', what: 'conversation', id });
    const author = ctx.account() ?? { id: '', handle: '', name: '' };
    const history = readHistory(ctx, conversation.person.id, author, page);
    if (!history.ok) return history;
    const gaps = listGapsAmong(
      ctx.db,
      history.value.messages,
      history.value.next === undefined,
      ctx.clock.now(),
    );
    const seenThrough = getLastCaptured(ctx.db, id)?.messageId;
    const handover = getHandover(ctx.db, id) ?? undefined;
    return ok({
      conversation,
      ...history.value,
      gaps,
      ...readUnread(ctx.db, conversation),
      ...withoutUndefined({ seenThrough, handover }),
    });
  },

  'conversations.export': exportConversations,

  'conversations.cancelExport': ({ db }) => {
    cancelExports(db);
    return ok({});
  },

  'conversations.setStatus': (ctx, { status, ...target }) =>
    changeConversation(ctx, target, toStatusChange(ctx, status)),

  'conversations.assign': (ctx, { agent, ...target }) =>
    changeConversation(ctx, target, toAssignment(ctx, agent)),

  'conversations.setPriority': (ctx, { priority, ...target }) =>
    changeConversation(ctx, target, toPriority(ctx, priority)),

  'conversations.snooze': (ctx, { until, ...target }) => {
    const snooze = toSnooze(ctx, until);
    return snooze.ok ? changeConversation(ctx, target, snooze.value) : snooze;
  },

  'conversations.tag': (ctx, change) => tagConversation(ctx, change),

  'conversations.markRead': (ctx, target) => {
    const done = changeConversation(ctx, target, toReading(ctx));
    return done.ok ? ok({}) : done;
  },

  'conversations.markUnread': (ctx, { from, ...target }) =>
    changeConversation(ctx, target, toUnread(ctx, from)),
} satisfies Partial<Handlers>;
