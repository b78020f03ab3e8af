import { ok } from '#shared/result.ts';
import { findConversations } from '../search/findConversations.ts';
import { findInHistory, findMessages } from '../search/findMessages.ts';
import { findNotes } from '../search/findNotes.ts';
import { findTagged } from '../search/findTagged.ts';
import { getPeopleIndex } from '../search/peopleIndex.ts';
import { getIndexProgress } from '../store/searchIndex.ts';
import type { Handlers } from './handlers.ts';

/** Finds messages by their words and people by their names. */
export const searchHandlers = {
  'search.messages': ({ db, clock }, query) => findMessages(db, query, clock.now()),
  'search.history': ({ db }, query) => findInHistory(db, query),
  'search.notes': ({ db, clock }, query) => findNotes(db, query, clock.now()),
  'search.tagged': ({ db }, { text, limit }) => ok({ items: findTagged(db, text, limit) }),
  'search.status': ({ db }) => ok(getIndexProgress(db)),
  'search.prepare': async ({ db, clock }) => {
    await getPeopleIndex(db, clock);
    return ok({});
  },
  'search.quick': async (ctx, { text, limit }) => ok({ items: await findConversations(ctx, text, limit) }),
} satisfies Partial<Handlers>;
