import type { Preferences } from '#shared/contract/shell.ts';
import { Language } from '#shared/domain/language.ts';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

const catalogues: Readonly<Record<Language, Texts>> = { en, nl, fr };

/** The language to use: the preferred one, otherwise the system's if Perch has it, otherwise English. */
export function toLanguage(preference: Preferences['language'], locale: string): Language {
  if (preference !== 'system') return preference;
  const systemLanguage = Language.safeParse(locale.slice(0, 2).toLowerCase());
  return systemLanguage.success ? systemLanguage.data : 'en';
}

/** The texts of the shell in a language. */
export function textsOf(language: Language): Texts {
  return catalogues[language];
}

/** A text with its `{count}` filled in. */
export function withCount(text: string, count: number): string {
  return text.replace('{count}', String(count));
}

/** A text with its `{name}` filled in; the name may hold any characters. */
export function withName(text: string, name: string): string {
  return text.replace('{name}', () => name);
}
