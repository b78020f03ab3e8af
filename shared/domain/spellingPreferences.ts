import { z } from 'zod';
import { MAX_WORD } from '../wordLimits.ts';

/** The most words that somebody can add to the dictionary. */
const MAX_OWN_WORDS = 1_000;

/** A word of a text. */
export const Word = z.string().min(1).max(MAX_WORD);

/** Whether spelling is checked, and the words that somebody added to the dictionary, the newest last. */
export const spellingPreferences = {
  spellCheck: z.boolean(),
  ownWords: z.array(Word).max(MAX_OWN_WORDS),
};

// Off, since a page of Electron 33 can stand still while it is checked and somebody types: decision 32.
export const defaultSpellingPreferences = { spellCheck: false, ownWords: [] as string[] };

/** The words with this one added. Of more than `MAX_OWN_WORDS` the oldest is left out. */
export function addOwnWord(words: readonly string[], word: string): string[] {
  return [...words.filter((one) => one !== word), word].slice(-MAX_OWN_WORDS);
}
