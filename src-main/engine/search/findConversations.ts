import type { Conversation } from '#shared/domain/conversation.ts';
import type { EngineContext } from '../context/context.ts';
import { inSlices } from '../context/inSlices.ts';
import { listConversationsOf } from '../store/conversations.ts';
import { getHolderOf, toNamePart } from '../store/namedPeople.ts';
import { findInBlocks } from './nameBlocks.ts';
import { getPeopleIndex, listSimilar } from './peopleIndex.ts';

/**
 * The newest conversation of each person whose name or handle resembles `text`, the best match first; before all others that
 * of the person who holds exactly this handle. The engine is free between slices of this work.
 */
export async function findConversations(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  text: string,
  limit: number,
): Promise<Conversation[]> {
  const typed = text.replace(/^@/, '');
  const index = await getPeopleIndex(db, clock);
  const holder = getHolderOf(db, typed);
  const similar = [...(holder === null ? [] : [holder]), ...listSimilar(index, typed)];
  const found = new Set(similar.slice(0, limit));
  await inSlices(clock, findInBlocks(db, index.names, toNamePart(typed), { found, limit }));
  return [...found].flatMap((id) => listConversationsOf(db, id, 1)).slice(0, limit);
}
