import { IconX } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './GuardSettings.module.css';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly entries: readonly string[];
  /** What a typed text stands for; null if it is no entry. */
  readonly read: (text: string) => string | null;
  readonly onSave: (entries: string[]) => Promise<boolean>;
  /** How an entry is shown; as it is by default. */
  readonly show?: (entry: string) => string;
}

/** A setting that is a list of texts: a field that adds one, and all of them, each with a button that removes it. */
export function EntryList({ entries, onSave, show = (entry) => entry, ...words }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const remove = async (removed: string) => {
    if (await onSave(entries.filter((one) => one !== removed))) field.current?.focus();
  };
  return (
    <>
      <NewEntry
        {...words}
        field={field}
        onAdd={async (entry) => entries.includes(entry) || (await onSave([...entries, entry]))}
      />
      <Entries
        label={words.label}
        entries={entries.map((one) => ({ key: one, shown: show(one) }))}
        onRemove={remove}
      />
    </>
  );
}

interface NewProps extends Pick<Props, 'label' | 'hint' | 'placeholder' | 'read'> {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onAdd: (entry: string) => Promise<boolean>;
}

function NewEntry({ label, hint, placeholder, read, field, onAdd }: NewProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const entry = read(text);
  const add = async () => {
    if (entry === null || !(await onAdd(entry))) return;
    setText('');
    field.current?.focus();
  };
  return (
    <SettingsLine label={label} hint={hint}>
      {(id) => (
        <>
          <TextField
            ref={field}
            value={text}
            placeholder={placeholder}
            aria-labelledby={id}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => pressedKey(event) === 'Enter' && void add()}
          />
          <Button disabled={entry === null} onClick={() => void add()}>
            {t('guardSettings.add')}
          </Button>
        </>
      )}
    </SettingsLine>
  );
}

interface EntriesProps {
  readonly label: string;
  readonly entries: readonly { readonly key: string; readonly shown: string }[];
  readonly onRemove: (key: string) => Promise<void>;
}

/** Entries of a list, each with a button that removes it. */
export function Entries({ label, entries, onRemove }: EntriesProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <ul className={styles.entries} aria-label={label}>
      {entries.map(({ key, shown }) => (
        <li key={key} className={styles.entry}>
          <span>{shown}</span>
          <IconButton
            label={t('guardSettings.remove', { entry: shown })}
            icon={<IconX size={14} />}
            onClick={() => void onRemove(key)}
          />
        </li>
      ))}
    </ul>
  );
}
