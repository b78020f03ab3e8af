import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../../shared/domain/savedSearch.ts';
import { toSearchQuery } from '../../../shared/domain/searchQuery.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SettingsLine } from '../Settings/SettingsGroup.tsx';
import { QueryLine } from './QueryLine.tsx';
import styles from './SearchDialog.module.css';
import { SearchPreview } from './SearchPreview.tsx';
import { toSearchTerms, toSearchWords, wordFields } from './searchWords.ts';
import { useLanguageChoices } from './useLanguageChoices.ts';

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
          <Field label={t('listening.form.name')} value={name} onChange={setName} field={nameField} />
          {wordFields.map((field) => (
            <Field
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

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly field?: React.RefObject<HTMLInputElement | null>;
}

function Field({ label, hint, value, onChange, field }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <TextField
        id={id}
        value={value}
        maxLength={hint ? 400 : 80}
        aria-describedby={hint ? `${id}-hint` : undefined}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
        {...(field ? { ref: field } : {})}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.hidden}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface LanguageProps {
  readonly value: string | null;
  readonly onChange: (lang: string | null) => void;
}

function LanguageLine({ value, onChange }: LanguageProps) {
  const { t } = useTranslation();
  const choices = useLanguageChoices();
  return (
    <SettingsLine label={t('listening.form.lang')}>
      {(id) => (
        <Select
          labelledBy={id}
          value={value ?? ''}
          choices={choices}
          onChange={(next) => onChange(next === '' ? null : next)}
        />
      )}
    </SettingsLine>
  );
}
