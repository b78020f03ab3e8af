import { type KeyboardEvent, type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NOTE_LENGTH } from '#shared/domain/note.ts';
import { EmojiButton } from '../../../emoji/EmojiButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { pressedKey } from '../../../ui/pressedKey.ts';
import shared from '../../../ui/shared.module.css';
import { useFieldSpelling } from '../spelling/useFieldSpelling.ts';
import { Colleagues } from './Colleagues.tsx';
import styles from './Notes.module.css';
import { useColleagues } from './useColleagues.ts';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly text: string;
  readonly saveLabel: string;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

/** The text of a note, with `@` completing colleagues. Ctrl+Enter saves it, Escape leaves it. */
export function NoteField(props: Props) {
  const { field, text, saveLabel, onChange, onSave } = props;
  const { t } = useTranslation();
  const listId = useId();
  const colleagues = useColleagues(field, text, onChange);
  const isChecked = useFieldSpelling(field, text, 'colleagues');
  const over = text.length - MAX_NOTE_LENGTH;
  const canSave = text.trim() !== '' && over <= 0;
  return (
    <div className={styles.edit}>
      {colleagues.isOpen && <Colleagues id={listId} {...colleagues} />}
      <Writing {...props} {...{ listId, colleagues, canSave, isChecked }} />
      {over > 0 && (
        <p className={styles.over} role="alert">
          {t('composer.tooLong', { count: over })}
        </p>
      )}
      <div className={styles.foot}>
        <EmojiButton field={field} />
        <Button disabled={!canSave} className={styles.save ?? ''} onClick={onSave}>
          {saveLabel} <Kbd keys="Mod+Enter" />
        </Button>
      </div>
    </div>
  );
}

interface WritingProps extends Props {
  readonly listId: string;
  readonly colleagues: ReturnType<typeof useColleagues>;
  readonly canSave: boolean;
  /** Whether the spelling is checked. */
  readonly isChecked: boolean;
}

function Writing({ colleagues, listId, canSave, isChecked, ...props }: WritingProps) {
  const { field, label, text, onChange, onSave, onLeave } = props;
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (key === null) return;
    const isSave = key === 'Enter' && (event.ctrlKey || event.metaKey);
    const isTaken = !isSave && colleagues.onKey(key);
    if (!isTaken && !isSave && key !== 'Escape') return;
    // So that no command of a reply sees the key.
    event.preventDefault();
    if (isTaken) return;
    if (!isSave) onLeave();
    else if (canSave) onSave();
  };
  return (
    <textarea
      ref={field}
      data-takes-emoji
      className={`${shared.writing} ${styles.field}`}
      dir="auto"
      rows={3}
      spellCheck={isChecked}
      value={text}
      aria-label={label}
      aria-invalid={text.length > MAX_NOTE_LENGTH || undefined}
      aria-autocomplete="list"
      aria-controls={colleagues.isOpen ? listId : undefined}
      aria-activedescendant={colleagues.active ? `${listId}-${colleagues.active.id}` : undefined}
      placeholder={t('notes.placeholder')}
      onChange={(event) => {
        onChange(event.target.value);
        colleagues.look();
      }}
      onSelect={colleagues.look}
      onBlur={colleagues.close}
      onKeyDown={onKeyDown}
    />
  );
}

/** Focuses a field with the cursor behind its text. */
export function focusEnd(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
