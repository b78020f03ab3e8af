import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { listGapsAmong } from '../capture/sourceStatus.ts';
import type { EngineContext } from '../context/context.ts';
import { changeConversation } from '../conversations/changeConversation.ts';
import { countConversations, listConversations } from '../conversations/listConversations.ts';
import { readHistory } from '../conversations/readHistory.ts';
import { findSeen, requireSeen, toAllCaptured } from '../conversations/seen.ts';
import { tagConversation } from '../conversations/tagConversation.ts';
import { getCurrentAgent, requireAgentId } from '../store/agents.ts';
import { setAgent, setReadThrough, setSnooze, setStatus } from '../store/conversationChanges.ts';
import { countList, listLanguages } from '../store/conversationLists.ts';
import { getConversation } from '../store/conversations.ts';
import { getLastCaptured } from '../store/seenMessages.ts';
import { listUnread } from '../store/summaries.ts';
import type { Handlers } from './handlers.ts';

/** At most so many unread messages are named. */
const MOST_UNREAD = 1_000;

/** Who looks at a list, and when. */
const toViewer = ({ db, clock }: Pick<EngineContext, 'db' | 'clock'>) => ({
  me: getCurrentAgent(db).id,
  now: clock.now(),
});

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
    const history = readHistory(ctx.db, conversation.person.id, author, page);
    if (!history.ok) return history;
    const gaps = listGapsAmong(ctx.db, history.value.messages, page.before === undefined, ctx.clock.now());
    const seenThrough = getLastCaptured(ctx.db, id)?.messageId;
    const unread = conversation.unread === 0 ? [] : listUnread(ctx.db, id, MOST_UNREAD);
    return ok({ conversation, ...history.value, gaps, unread, ...withoutUndefined({ seenThrough }) });
  },

  'conversations.setStatus': (ctx, { id, status, seenThrough }) =>
    changeConversation(ctx, id, (personId) => {
      const seen = status === 'open' ? ok(0) : requireSeen(ctx.db, { id, personId, seenThrough });
      if (!seen.ok) return seen;
      return ok({
        apply: () => setStatus(ctx.db, id, status, { now: ctx.clock.now(), seenUntil: seen.value }),
        activity: { kind: 'statusSet', facts: { status } },
      });
    }),

  'conversations.assign': (ctx, { id, agent: idOrName }) =>
    changeConversation(ctx, id, () => {
      const agent = idOrName === null ? null : requireAgentId(ctx.db, idOrName);
      return ok({
        apply: () => setAgent(ctx.db, id, agent),
        activity: { kind: 'assigned', facts: { agent } },
      });
    }),

  'conversations.snooze': (ctx, { id, until, seenThrough }) => {
    if (until !== null && until <= ctx.clock.now()) {
      return err({ code: 'invalid', path: 'until', reason: `${until} is not in the future` });
    }
    return changeConversation(ctx, id, (personId) => {
      const seen = until === null ? ok(0) : requireSeen(ctx.db, { id, personId, seenThrough });
      if (!seen.ok) return seen;
      return ok({
        apply: () => setSnooze(ctx.db, id, until),
        activity: { kind: 'snoozed', facts: { until } },
      });
    });
  },

  'conversations.tag': (ctx, change) => tagConversation(ctx, change),

  'conversations.markRead': (ctx, { id, seenThrough }) => {
    const done = changeConversation(ctx, id, (personId) => {
      const seen =
        seenThrough === undefined
          ? ok(toAllCaptured(ctx.db, id))
          : findSeen(ctx.db, { id, personId, seenThrough });
      if (!seen.ok) return seen;
      return ok({ apply: () => setReadThrough(ctx.db, id, seen.value) });
    });
    return done.ok ? ok({}) : done;
  },
} satisfies Partial<Handlers>;
