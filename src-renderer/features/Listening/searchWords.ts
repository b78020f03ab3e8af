import type { SearchTerms } from '#shared/domain/savedSearch.ts';

/** The fields of the form that hold words. */
export const wordFields = ['all', 'any', 'phrases', 'hashtags', 'none'] as const;
export type WordField = (typeof wordFields)[number];

/** What stands in the fields of the form. */
export type SearchWords = Readonly<Record<WordField, string>>;

/** The most that one field takes. */
const most = { words: 20, characters: 80 } as const;

/** The words of a saved search as the fields of its form. */
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

/** What the fields of the form look for: words part at spaces and commas, phrases at commas only. */
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
