import { hasSteering } from '#shared/steering.ts';
import { MAX_CHECKED_WORDS, MAX_WORD } from '#shared/wordLimits.ts';
import { listExemptWords } from './exemptWords.ts';

interface Access {
  /** The text of the field that has the focus. */
  readonly readField: () => string;
  /** Resolves to those of the words that are misspelled. */
  readonly findWrong: (words: readonly string[]) => Promise<readonly string[]>;
}

/** What Chromium calls with the words of a field, and what it wants to be called with those that are misspelled. */
type SpellCheck = (words: readonly string[], callback: (misspelled: string[]) => void) => void;

/**
 * The check of a field's words. It returns at once, so that typing waits for nothing; if it fails, no word is marked. A check that
 * was overtaken by the next one is never answered: Electron would take that for the answer to the next one, and crash on its own.
 */
export function toSpellCheck({ readField, findWrong }: Access): SpellCheck {
  let newest = 0;
  return (words, callback) => {
    newest += 1;
    const check = newest;
    const answer = (wrong: readonly string[]) => {
      // An answer makes Chromium check what was typed meanwhile.
      if (check === newest && !hasSteering(readField())) callback([...wrong]);
    };
    const exempt = listExemptWords(readField());
    const checked = [...new Set(words)].filter((word) => word.length <= MAX_WORD && !exempt.has(word));
    findWrong(checked.slice(0, MAX_CHECKED_WORDS)).then(answer, () => answer([]));
  };
}
