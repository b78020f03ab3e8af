import { useState } from 'react';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { toSearchTerms, toSearchWords, type WordField } from './searchWords.ts';

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
