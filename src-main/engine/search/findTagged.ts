import type { Conversation } from '#shared/domain/conversation.ts';
import { type Phrase, parseQuery } from '#shared/findWords.ts';
import { tokenise, toWords } from '#shared/foldText.ts';
import { listConversationsByIds } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import { listConversationIdsWith, listTags } from '../store/tags.ts';

/** Conversations with a tag whose name contains all words of `text`, the newest activity first. */
export function findTagged(db: Db, text: string, limit: number): Conversation[] {
  const phrases = parseQuery(text);
  if (phrases.length === 0) return [];
  const tags = listTags(db).filter(({ name }) => hasAll(toWords(tokenise(name)), phrases));
  const ids = new Set(tags.flatMap(({ id }) => listConversationIdsWith(db, id, limit)));
  const found = listConversationsByIds(db, [...ids]);
  return found.toSorted((a, b) => b.lastMessage.at - a.lastMessage.at).slice(0, limit);
}

const hasAll = (name: readonly string[], phrases: readonly Phrase[]): boolean =>
  phrases.every((phrase) => name.some((_, at) => occursAt(name, at, phrase)));

function occursAt(name: readonly string[], at: number, { words, isPrefix }: Phrase): boolean {
  return words.every((word, n) => {
    const text = name[at + n];
    return text === word || (isPrefix && n === words.length - 1 && text?.startsWith(word) === true);
  });
}
