import { useState } from 'react';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { toSearchTerms, toSearchWords, type WordField } from './searchWords.ts';

/** What stands in the form of a saved search, what X would be asked, and saving it. `search` is null for a new one. */
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

/** How X calls the account; null while it is not known. */
function useHandle(): string | null {
  const { data } = useEngineQuery('system.info', {});
  return data?.account?.handle ?? null;
}
