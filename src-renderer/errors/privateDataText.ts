import type { TFunction } from 'i18next';
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
