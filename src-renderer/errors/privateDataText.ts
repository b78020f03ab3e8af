import type { TFunction } from 'i18next';
import type { PersonalItem } from '#shared/guards.ts';
import type { PrivateData } from '#shared/privateData.ts';

/** Kinds of private data as a list in words: "an email address and a phone number"; `names` are those of own patterns. */
export function toPrivateDataText(
  kinds: readonly PrivateData[],
  t: TFunction,
  language: string,
  names: readonly string[] = [],
): string {
  const words = [...kinds.map((kind) => t(`composer.dataKinds.${kind}`)), ...names];
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}

/** The kinds of personal data in a text, each once; a number of an own pattern by its name. */
export function toItemsText(items: readonly PersonalItem[], t: TFunction, language: string): string {
  const names = items.flatMap(({ name }) => name ?? []);
  const kinds = items.filter(({ name }) => name === undefined).map(({ kind }) => kind);
  return toPrivateDataText([...new Set(kinds)], t, language, [...new Set(names)]);
}
