import { err, ok } from '#shared/result.ts';
import { listGapsAmong } from '../capture/sourceStatus.ts';
import { changeConversation } from '../conversations/changeConversation.ts';
import { listConversations } from '../conversations/listConversations.ts';
import { readHistory } from '../conversations/readHistory.ts';
import { setAgent, setReadThrough, setSnooze, setStatus } from '../store/conversationChanges.ts';
import { countViews, getConversation } from '../store/conversations.ts';
import { getSettings } from '../store/settings.ts';
import type { Handlers } from './handlers.ts';

/** Reading conversations, and what agents do to them apart from replying. */
export const conversationHandlers = {
  'conversations.list': ({ db }, query) => listConversations(db, query, getSettings(db).agentName),

  'conversations.counts': ({ db }) => ok({ counts: countViews(db, getSettings(db).agentName) }),

  'conversations.get': (ctx, { id, ...page }) => {
    const conversation = getConversation(ctx.db, id);
    if (!conversation) return err({ code: 'notFound', what: 'conversation', id });
    const author = ctx.account() ?? { id: '', handle: '', name: '' };
    const history = readHistory(ctx.db, conversation.person.id, author, page);
    if (!history.ok) return history;
    const gaps = listGapsAmong(ctx.db, history.value.messages, page.before === undefined, ctx.clock.now());
    return ok({ conversation, ...history.value, gaps });
  },

  'conversations.setStatus': (ctx, { id, status }) =>
    changeConversation(ctx, id, {
      apply: () => setStatus(ctx.db, id, status, ctx.clock.now()),
      activity: { kind: 'statusSet', facts: { status } },
    }),

  'conversations.assign': (ctx, { id, agent }) =>
    changeConversation(ctx, id, {
      apply: () => setAgent(ctx.db, id, agent),
      activity: { kind: 'assigned', facts: { agent } },
    }),

  'conversations.snooze': (ctx, { id, until }) => {
    if (until !== null && until <= ctx.clock.now()) {
      return err({ code: 'invalid', path: 'until', reason: `${until} is not in the future` });
    }
    return changeConversation(ctx, id, {
      apply: () => setSnooze(ctx.db, id, until),
      activity: { kind: 'snoozed', facts: { until } },
    });
  },

  'conversations.markRead': (ctx, { id }) =>
    changeConversation(ctx, id, { apply: () => setReadThrough(ctx.db, id, ctx.clock.now()) }),
} satisfies Partial<Handlers>;
