import { Language, type Preferences } from '#shared/contract/shell.ts';

/** The language to speak: the one set, else the system's where Perch speaks it, else English. */
export function toLanguage(setting: Preferences['language'], locale: string): Language {
  if (setting !== 'system') return setting;
  const spoken = Language.safeParse(locale.slice(0, 2).toLowerCase());
  return spoken.success ? spoken.data : 'en';
}
