import type { QueryWords } from '#shared/domain/messageQuery.ts';
import type { Phrase } from '#shared/findWords.ts';
import { listWords } from '../store/indexWords.ts';
import type { Db } from '../store/open.ts';

/** Of shorter beginnings the index keeps lists, which it reads as far as it needs them. */
const SHORTEST = 5;
/** More words are looked up one after the other for longer than their lists are read. */
const MOST_WORDS = 40;

/**
 * The query with the words that the messages have in place of a long beginning. FTS5 reads the whole lists of all words with such a
 * beginning and merges them before it finds the first message, which grows with the archive; of alternatives it reads as far as a page goes.
 *
 *     my accou*   ->  my (account OR accounts)
 *
 * A beginning of very many words, as of numbered ones, stays as it is.
 */
export function completeWords(db: Db, query: QueryWords): QueryWords {
  const groups = query.groups.map((group) => group.flatMap((phrase) => complete(db, phrase)));
  return { ...query, groups };
}

function complete(db: Db, phrase: Phrase): Phrase | Phrase[] {
  const [beginning = '', ...more] = phrase.words;
  // Each alternative of several words would read the lists of all the others again.
  if (!phrase.isPrefix || more.length > 0 || [...beginning].length < SHORTEST) return phrase;
  const words = listWords(db, beginning, MOST_WORDS + 1);
  if (words.length === 0 || words.length > MOST_WORDS) return phrase;
  return words.map((word) => ({ words: [word], isPrefix: false }));
}
