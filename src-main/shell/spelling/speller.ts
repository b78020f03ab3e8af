import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Hunspell, type HunspellFactory, loadModule } from 'hunspell-asm';
import type { Language } from '#shared/domain/language.ts';
import { dictionaries } from './dictionaries.ts';

/** Hunspell with the dictionaries of one language. */
export interface Speller {
  isRight(word: string): boolean;
  /** The words that were probably meant, best first. Takes up to a second for a long word. */
  suggest(word: string): readonly string[];
}

/** Words that every dictionary of the language has, from its beginning to its end. */
const knownWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['a', 'order', 'your'],
  nl: ['aan', 'met', 'zijn'],
  fr: ['à', 'merci', 'vous'],
};
const NO_WORD = 'qxzvqx';

/** How long WebAssembly may take to start, in milliseconds. */
const START_LIMIT_MS = 10_000;

/** Loaded once: each time it adds listeners to the process. */
let loading: Promise<HunspellFactory> | undefined;

/**
 * Opens the dictionaries of a language in `folder`, which has one folder per package. Throws if one is missing or damaged: Hunspell
 * itself would open it without an error, and then call every word wrong.
 */
export async function openSpeller(folder: string, language: Language): Promise<Speller> {
  loading ??= loadModule({ timeout: START_LIMIT_MS });
  const factory = await loading;
  const opened = await Promise.all(dictionaries[language].map((name) => open(factory, folder, name)));
  // Chromium leaves the full stop of an abbreviation out.
  const has = (one: Hunspell, word: string) => one.spell(word) || one.spell(`${word}.`);
  for (const [at, one] of opened.entries()) {
    if (knownWords[language].every((word) => has(one, word)) && !has(one, NO_WORD)) continue;
    throw new Error(`${dictionaries[language][at]} is damaged`);
  }
  const isKnown = (word: string) => opened.some((one) => has(one, word));
  return {
    isRight: (word) => isKnown(word) || isRightInParts(word, isKnown),
    suggest: (word) => {
      const lists = opened.map((one) => one.suggest(word).map((found) => withApostrophesOf(word, found)));
      const longest = Math.max(...lists.map(({ length }) => length));
      const merged = Array.from({ length: longest }, (_, at) =>
        lists.flatMap((list) => list.slice(at, at + 1)),
      );
      return [...new Set(merged.flat())];
    },
  };
}

/** To Chromium "parcel:tomorrow" and "Thanks.Bye" are one word each. */
function isRightInParts(word: string, isKnown: (part: string) => boolean): boolean {
  const parts = word.split(/[.:_]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every(isKnown);
}

async function open(factory: HunspellFactory, folder: string, name: string): Promise<Hunspell> {
  const read = (file: string) => readFile(path.join(folder, name, file));
  const [affixes, words] = await Promise.all([read('index.aff'), read('index.dic')]);
  const paths = [factory.mountBuffer(affixes), factory.mountBuffer(words)] as const;
  const hunspell = factory.create(...paths);
  for (const mounted of paths) factory.unmount(mounted);
  return hunspell;
}

/** The French dictionary writes ’ where most people type '. */
function withApostrophesOf(word: string, found: string): string {
  return word.includes('’') ? found : found.replaceAll('’', "'");
}
