import type { Language } from '#shared/contract/shell.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, Words>> = { en, nl, fr };

/** The shell's own words in a language. */
export function wordsOf(language: Language): Words {
  return catalogues[language];
}

/** A word with its `{count}` filled in. */
export function withCount(word: string, count: number): string {
  return word.replace('{count}', String(count));
}
