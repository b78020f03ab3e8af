import type { Conversation } from '#shared/domain/conversation.ts';
import { listConversationsOf } from '../store/conversations.ts';
import { listPeopleWith } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { searchPeople } from './peopleIndex.ts';

/** The newest conversation of each person whose name or handle resembles `text`, the best match first. */
export function findConversations(db: Db, text: string, limit: number): Conversation[] {
  const typed = text.replace(/^@/, '');
  const people = new Set(searchPeople(db, typed).slice(0, limit));
  if (people.size < limit) for (const id of listPeopleWith(db, typed, limit)) people.add(id);
  return [...people].flatMap((id) => listConversationsOf(db, id, 1)).slice(0, limit);
}
