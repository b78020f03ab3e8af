import type { Language } from '#shared/domain/language.ts';
import { addOwnWord } from '#shared/domain/spellingPreferences.ts';
import type { SpellChecker } from './checker.ts';
import { everydayWords, foldCase, isNoPlainWord, toBareName, toNameWords } from './wordRules.ts';

/** What the field that has the focus is written in. */
export interface FieldLanguage {
  /** Null if Perch has no dictionary of it. */
  readonly language: Language | null;
  /** Names that are no errors. */
  readonly names: readonly string[];
}

interface SpellingOptions {
  readonly checker: SpellChecker;
  readonly preferences: () => { readonly spellCheck: boolean; readonly ownWords: readonly string[] };
  readonly setOwnWords: (words: string[]) => void;
}

/** The most suggestions in the menu of a field. */
const MOST_SUGGESTIONS = 5;

/** The menu of a field waits so long for them, in milliseconds. */
const SUGGESTION_LIMIT_MS = 700;

/** Spelling in the window's fields. Nothing is checked before a field has said its language. */
export class Spelling {
  readonly #options: SpellingOptions;
  #language: Language | null = null;
  #names: readonly string[] = [];

  constructor(options: SpellingOptions) {
    this.#options = options;
  }

  use({ language, names }: FieldLanguage): void {
    this.#language = language;
    this.#names = toNameWords(names);
  }

  /** The languages whose dictionary could not be read. */
  get unreadable(): Language[] {
    return this.#options.checker.unreadable;
  }

  /** Those of the words that are misspelled; none while spelling is switched off. */
  async findWrong(words: readonly string[]): Promise<readonly string[]> {
    const { checker, preferences } = this.#options;
    const { spellCheck, ownWords } = preferences();
    const language = this.#language;
    if (!spellCheck || language === null) return [];
    const known = new Set([...ownWords.map(foldCase), ...this.#names]);
    const isKnown = (word: string) =>
      known.has(word) || known.has(toBareName(word)) || everydayWords[language].has(word);
    const doubtful = words.filter((word) => !isNoPlainWord(word) && !isKnown(foldCase(word)));
    return checker.findWrong(language, doubtful);
  }

  /** What was probably meant by a misspelled word, best first; none if that takes too long for a menu. */
  async suggest(word: string): Promise<readonly string[]> {
    if (this.#language === null) return [];
    const suggesting = this.#options.checker.suggest(this.#language, word);
    const tooLate = new Promise<readonly string[]>((resolve) => {
      setTimeout(() => resolve([]), SUGGESTION_LIMIT_MS);
    });
    return (await Promise.race([suggesting, tooLate])).slice(0, MOST_SUGGESTIONS);
  }
  /** Adds a word to the dictionary, for all languages. */
  add(word: string): void {
    const { preferences, setOwnWords } = this.#options;
    setOwnWords(addOwnWord(preferences().ownWords, word));
  }
}
