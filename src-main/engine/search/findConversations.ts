import type { Conversation } from '#shared/domain/conversation.ts';
import { listConversationsOf } from '../store/conversations.ts';
import { getHolderOf, listPeopleWith } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { searchPeople } from './peopleIndex.ts';

/**
 * The newest conversation of each person whose name or handle resembles `text`, the best match first; before all others that
 * of the person who holds exactly this handle.
 */
export function findConversations(db: Db, text: string, limit: number): Conversation[] {
  const typed = text.replace(/^@/, '');
  const holder = getHolderOf(db, typed);
  const found = [...(holder === null ? [] : [holder]), ...searchPeople(db, typed)];
  const people = new Set(found.slice(0, limit));
  if (people.size < limit) for (const id of listPeopleWith(db, typed, limit)) people.add(id);
  return [...people].flatMap((id) => listConversationsOf(db, id, 1)).slice(0, limit);
}
