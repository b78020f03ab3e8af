import { err, ok } from '#shared/result.ts';
import { blockDms, mutePerson } from '../conversations/moderation.ts';
import { setVip } from '../conversations/vip.ts';
import { checkErasure, erasePerson } from '../erasure/erasePerson.ts';
import { countConversationsOf, listConversationsOf } from '../store/conversations.ts';
import { countMessagesOf } from '../store/history.ts';
import { listModerated } from '../store/moderation.ts';
import { getPerson } from '../store/people.ts';
import { readPersonData } from '../store/personData.ts';
import { isVip } from '../store/vips.ts';
import type { Handlers } from './handlers.ts';

const SHOWN_CONVERSATIONS = 20;

/** What is known about people. */
export const peopleHandlers = {
  'people.get': ({ db }, { id }) => {
    const person = getPerson(db, id);
    if (!person) return err({ code: 'notFound', what: 'person', id });
    return ok({
      person,
      conversationCount: countConversationsOf(db, id),
      messageCount: countMessagesOf(db, id),
      conversations: listConversationsOf(db, id, SHOWN_CONVERSATIONS),
      isVip: isVip(db, id),
      restrictions: {
        isMuted: listModerated(db, 'muted', [id]).has(id),
        areDmsBlocked: listModerated(db, 'dmsBlocked', [id]).has(id),
      },
    });
  },

  'people.export': ({ db, account, clock }, { id }) => {
    const person = getPerson(db, id);
    if (!person) return err({ code: 'notFound', what: 'person', id });
    const { handle } = person;
    const facts = {
      handle,
      storedBy: account()?.handle ?? null,
      exportedAt: new Date(clock.now()).toISOString(),
    };
    return ok({ content: JSON.stringify({ ...facts, tables: readPersonData(db, id) }, null, 1) });
  },

  'people.eraseCheck': (ctx, { id }) => checkErasure(ctx, id),
  'people.erase': erasePerson,
  'people.setVip': setVip,
  'people.mute': mutePerson,
  'people.blockDms': blockDms,
} satisfies Partial<Handlers>;
