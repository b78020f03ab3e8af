import { tokenise } from '#shared/foldText.ts';
import { hashtags } from './hashtagsOf.ts';
import { stopWords } from './stopWords.ts';

/** The shortest word that can be a theme. */
const SHORTEST = 3;
const addressed = /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}_])@\w+/giu;

/**
 * What a post is about: its words and hashtags, each once, with the form in which it has them. A hashtag is a word too. Handles, links, numbers and stop
 * words are left out.
 */
export function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  const plain = text.replace(addressed, ' ').replace(hashtags, (found, name: string) => {
    terms.set(`#${name.toLowerCase()}`, found);
    return ` ${name} `;
  });
  for (const { kind, text: term, start, end } of tokenise(plain)) {
    if (kind !== 'word' || term.length < SHORTEST || !/\p{L}/u.test(term) || stopWords.has(term)) continue;
    if (!terms.has(term)) terms.set(term, plain.slice(start, end));
  }
  return terms;
}
