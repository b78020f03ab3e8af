import { useState } from 'react';
import type { SavedSearch, SearchTerms } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';

/** The state of the form of a saved search, the resulting query, and how to save it. `search` is null for a new one. */
export function useSearchForm(search: SavedSearch | null, onSaved: () => void) {
  const [name, setName] = useState(search?.name ?? '');
  const [words, setWords] = useState(() => toSearchWords(search?.terms ?? null));
  const [lang, setLang] = useState(search?.terms.lang ?? null);
  const [takesAll, setTakesAll] = useState(search?.takesAll ?? false);
  const save = useEngineCommand('savedSearches.save');
  const terms = toSearchTerms(words, lang);
  const query = toSearchQuery(terms, useHandle());
  const canSave = query.ok && name.trim() !== '';
  const submit = async () => {
    if (!canSave) return;
    const known = search === null ? {} : { id: search.id };
    const result = await save({ ...known, name: name.trim(), terms, takesAll });
    if (result.ok) onSaved();
  };
  const setWord = (field: WordField, text: string) => setWords({ ...words, [field]: text });
  const fields = { name, words, lang, takesAll };
  return { ...fields, setName, setWord, setLang, setTakesAll, terms, query, canSave, submit };
}

/** The handle of the account; null if unknown. */
function useHandle(): string | null {
  const { data } = useEngineQuery('system.info', {});
  return data?.account?.handle ?? null;
}

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
