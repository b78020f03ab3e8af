import { type Phrase, parsePhrases } from '#shared/findWords.ts';
import { foldText } from '#shared/foldText.ts';

/** A text folded as the search does it: its words are the longest runs of characters that are `isOfWord`. */
export const foldWords = (text: string): string => foldText(text).toLowerCase();

/** Whether a UTF-16 code unit of a folded text belongs to a word: a digit, a small letter, and all that is not ASCII. */
export const isOfWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || code >= 0x80 || (code >= 0x30 && code <= 0x39);

/** The phrases that a condition looks for, without those of nothing but signs. A star stands for the rest of a word. */
export function toPhrases(wanted: readonly string[]): Phrase[] {
  return wanted.flatMap((words) => {
    const [phrase] = parsePhrases([words], true).flat();
    return phrase ? [{ ...phrase, isPrefix: phrase.isPrefix || words.endsWith('*') }] : [];
  });
}

/** Whether a text that `foldWords` has folded contains a phrase. */
export function contains(folded: string, phrase: Phrase): boolean {
  const [first = ''] = phrase.words;
  for (let at = folded.indexOf(first); at !== -1; at = folded.indexOf(first, at + 1)) {
    if (!isWordAt(folded, at - 1) && isPhraseAt(folded, at, phrase)) return true;
  }
  return false;
}

function isPhraseAt(folded: string, start: number, { words, isPrefix }: Phrase): boolean {
  let at = start;
  for (const [n, word] of words.entries()) {
    if (n > 0) while (at < folded.length && !isWordAt(folded, at)) at += 1;
    if (!folded.startsWith(word, at)) return false;
    at += word.length;
    const mayGoOn = isPrefix && n === words.length - 1;
    if (!mayGoOn && isWordAt(folded, at)) return false;
  }
  return true;
}

const isWordAt = (folded: string, at: number): boolean =>
  at >= 0 && at < folded.length && isOfWord(folded.charCodeAt(at));
