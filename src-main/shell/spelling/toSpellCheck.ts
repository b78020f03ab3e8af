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

/** The check of a field's words. It returns at once, so that typing waits for nothing; if it fails, no word is marked. */
export function toSpellCheck({ readField, findWrong }: Access): SpellCheck {
  return (words, callback) => {
    const exempt = listExemptWords(readField());
    const checked = [...new Set(words)].filter((word) => word.length <= MAX_WORD && !exempt.has(word));
    findWrong(checked.slice(0, MAX_CHECKED_WORDS)).then(
      (wrong) => callback([...wrong]),
      () => callback([]),
    );
  };
}
