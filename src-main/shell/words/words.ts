import { Language, type Preferences } from '#shared/contract/shell.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, Words>> = { en, nl, fr };

/** The language to use: the preferred one, otherwise the system's if Perch has it, otherwise English. */
export function toLanguage(preference: Preferences['language'], locale: string): Language {
  if (preference !== 'system') return preference;
  const systemLanguage = Language.safeParse(locale.slice(0, 2).toLowerCase());
  return systemLanguage.success ? systemLanguage.data : 'en';
}

/** The shell's own words in a language. */
export function wordsOf(language: Language): Words {
  return catalogues[language];
}

/** A word with its `{count}` filled in. */
export function withCount(word: string, count: number): string {
  return word.replace('{count}', String(count));
}
