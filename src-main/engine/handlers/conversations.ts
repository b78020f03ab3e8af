import { err, ok } from '#shared/result.ts';
import { listGapsAmong } from '../capture/sourceStatus.ts';
import { changeConversation } from '../conversations/changeConversation.ts';
import { findUnseen } from '../conversations/findUnseen.ts';
import { listConversations } from '../conversations/listConversations.ts';
import { readHistory } from '../conversations/readHistory.ts';
import { getCurrentAgent, requireAgentId } from '../store/agents.ts';
import { setAgent, setReadThrough, setSnooze, setStatus } from '../store/conversationChanges.ts';
import { countViews, getConversation } from '../store/conversations.ts';
import { toSeenAt } from '../store/seenMessages.ts';
import type { Handlers } from './handlers.ts';

/** Reading conversations, and what agents do to them apart from replying. */
export const conversationHandlers = {
  'conversations.list': ({ db }, query) => listConversations(db, query, getCurrentAgent(db).id),

  'conversations.counts': ({ db }) => ok({ counts: countViews(db, getCurrentAgent(db).id) }),

  'conversations.get': (ctx, { id, ...page }) => {
    const conversation = getConversation(ctx.db, id);
    if (!conversation) return err({ code: 'notFound', what: 'conversation', id });
    const author = ctx.account() ?? { id: '', handle: '', name: '' };
    const history = readHistory(ctx.db, conversation.person.id, author, page);
    if (!history.ok) return history;
    const gaps = listGapsAmong(ctx.db, history.value.messages, page.before === undefined, ctx.clock.now());
    return ok({ conversation, ...history.value, gaps });
  },

  'conversations.setStatus': (ctx, { id, status, seenThrough }) =>
    changeConversation(ctx, id, {
      check: () => (status === 'open' ? null : findUnseen(ctx, id, seenThrough)),
      apply: () => setStatus(ctx.db, id, status, ctx.clock.now()),
      activity: { kind: 'statusSet', facts: { status } },
    }),

  'conversations.assign': (ctx, { id, agent: name }) => {
    if (!getConversation(ctx.db, id)) return err({ code: 'notFound', what: 'conversation', id });
    const agent = name === null ? null : requireAgentId(ctx.db, name);
    return changeConversation(ctx, id, {
      apply: () => setAgent(ctx.db, id, agent),
      activity: { kind: 'assigned', facts: { agent } },
    });
  },

  'conversations.snooze': (ctx, { id, until, seenThrough }) => {
    if (until !== null && until <= ctx.clock.now()) {
      return err({ code: 'invalid', path: 'until', reason: `${until} is not in the future` });
    }
    return changeConversation(ctx, id, {
      check: () => (until === null ? null : findUnseen(ctx, id, seenThrough)),
      apply: () => setSnooze(ctx.db, id, until),
      activity: { kind: 'snoozed', facts: { until } },
    });
  },

  'conversations.markRead': (ctx, { id, seenThrough }) =>
    changeConversation(ctx, id, {
      apply: () =>
        setReadThrough(
          ctx.db,
          id,
          seenThrough === undefined ? ctx.clock.now() : toSeenAt(ctx.db, id, seenThrough),
        ),
    }),
} satisfies Partial<Handlers>;
