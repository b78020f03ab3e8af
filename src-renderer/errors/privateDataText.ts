import type { TFunction } from 'i18next';
import type { PrivateData } from '#shared/privateData.ts';

/** Kinds of private data as a list in words: "an email address and a phone number". */
export function toPrivateDataText(kinds: readonly PrivateData[], t: TFunction, language: string): string {
  const words = kinds.map((kind) => t(`composer.dataKinds.${kind}`));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
