import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import { TextField } from '../../ui/TextField.tsx';
import { SettingsLine } from '../Settings/SettingsGroup.tsx';
import styles from './SearchDialog.module.css';
import { useLanguageChoices } from './useLanguageChoices.ts';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly field?: React.RefObject<HTMLInputElement | null>;
}

/** A line of the form that takes text. */
export function SearchField({ label, hint, value, onChange, field }: FieldProps) {
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

/** The language that posts must be in. */
export function LanguageLine({ value, onChange }: LanguageProps) {
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
