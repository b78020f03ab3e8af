import type { SearchTerms } from '#shared/domain/savedSearch.ts';

/** The form fields that contain words. */
export const wordFields = ['all', 'any', 'phrases', 'hashtags', 'none'] as const;
export type WordField = (typeof wordFields)[number];

/** The text of each of these fields. */
export type SearchWords = Readonly<Record<WordField, string>>;

/** The limits of one field. */
const most = { words: 20, characters: 80 } as const;

/** The terms of a saved search as texts of the form fields. */
export function toSearchWords(terms: SearchTerms | null): SearchWords {
  const join = (field: WordField) => terms?.[field].join(field === 'phrases' ? ', ' : ' ') ?? '';
  return {
    all: join('all'),
    any: join('any'),
    phrases: join('phrases'),
    hashtags: join('hashtags'),
    none: join('none'),
  };
}

/** The search terms of the form: words are separated by spaces and commas, phrases by commas only. */
export function toSearchTerms(words: SearchWords, lang: string | null): SearchTerms {
  return {
    all: toList(words.all, /[\s,]+/),
    any: toList(words.any, /[\s,]+/),
    phrases: toList(words.phrases, /[,\n]+/),
    hashtags: toList(words.hashtags.replaceAll('#', ' '), /[\s,]+/),
    none: toList(words.none, /[\s,]+/),
    lang,
  };
}

function toList(text: string, gap: RegExp): string[] {
  const parts = text.split(gap).map((part) => part.trim().slice(0, most.characters));
  return [...new Set(parts)].filter((part) => part !== '').slice(0, most.words);
}
