import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../../shared/domain/savedSearch.ts';
import { toSearchQuery } from '../../../shared/domain/searchQuery.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { SettingsLine } from '../Settings/SettingsGroup.tsx';
import { QueryLine } from './QueryLine.tsx';
import styles from './SearchDialog.module.css';
import { LanguageLine, SearchField } from './SearchFields.tsx';
import { SearchPreview } from './SearchPreview.tsx';
import { toSearchTerms, toSearchWords, wordFields } from './searchWords.ts';

interface Props {
  /** The search to change; null for a new one. */
  readonly search: SavedSearch | null;
  readonly onClose: () => void;
}

/** The form of a saved search: the query is seen while it is written, and can be tried before it is saved. */
export function SearchDialog({ search, onClose }: Props) {
  const { t } = useTranslation();
  const nameField = useRef<HTMLInputElement>(null);
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
    if (result.ok) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(search === null ? 'listening.form.newTitle' : 'listening.form.editTitle')}
      width={640}
      initialFocus={nameField}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={styles.fields}>
          <SearchField label={t('listening.form.name')} value={name} onChange={setName} field={nameField} />
          {wordFields.map((field) => (
            <SearchField
              key={field}
              label={t(`listening.form.${field}`)}
              hint={t(field === 'phrases' ? 'listening.form.phrasesHint' : 'listening.form.wordsHint')}
              value={words[field]}
              onChange={(text) => setWords({ ...words, [field]: text })}
            />
          ))}
          <LanguageLine value={lang} onChange={setLang} />
          <SettingsLine label={t('listening.form.takesAll')} hint={t('listening.form.takesAllHint')}>
            {(id) => <Switch labelledBy={id} checked={takesAll} onChange={setTakesAll} />}
          </SettingsLine>
          <QueryLine query={query} />
          {query.ok && <SearchPreview terms={terms} key={query.value} />}
        </div>
        <footer className={styles.foot}>
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={!canSave}>
            {t('listening.form.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** How X calls the account; null while it is not known. */
function useHandle(): string | null {
  const { data } = useEngineQuery('system.info', {});
  return data?.account?.handle ?? null;
}
