import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';
import shared from '../../ui/shared.module.css';
import { TextField } from '../../ui/TextField.tsx';
import styles from './SearchDialog.module.css';
import { type useSearchForm, wordFields } from './useSearchForm.ts';

interface Props {
  readonly form: ReturnType<typeof useSearchForm>;
  readonly nameField: RefObject<HTMLInputElement | null>;
}

/** The fields of a saved search: name, words, language, and whether every hit goes to the queue. */
export function SearchFields({ form, nameField }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormField
        label={t('listening.form.name')}
        value={form.name}
        onChange={form.setName}
        field={nameField}
      />
      {wordFields.map((field) => (
        <FormField
          key={field}
          label={t(`listening.form.${field}`)}
          hint={t(field === 'phrases' ? 'listening.form.phrasesHint' : 'listening.form.wordsHint')}
          value={form.words[field]}
          onChange={(text) => form.setWord(field, text)}
        />
      ))}
      <LanguageLine value={form.lang} onChange={form.setLang} />
      <SettingsLine label={t('listening.form.takesAll')} hint={t('listening.form.takesAllHint')}>
        {(id) => <Switch labelledBy={id} checked={form.takesAll} onChange={form.setTakesAll} />}
      </SettingsLine>
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

function FormField({ label, hint, value, onChange, field }: FieldProps) {
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
        <span id={`${id}-hint`} className={shared.spoken}>
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

/** The most used of the languages that X can filter by. */
const languages = ['nl', 'fr', 'en', 'de', 'es', 'it', 'pt', 'pl', 'tr', 'ar', 'ja'] as const;

/** The languages that a search can be limited to, with their names; the empty value stands for all. */
export function useLanguageChoices(): readonly { readonly value: string; readonly label: string }[] {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return [
    { value: '', label: t('listening.form.anyLang') },
    ...languages.map((value) => ({ value, label: names.of(value) ?? value })),
  ];
}
