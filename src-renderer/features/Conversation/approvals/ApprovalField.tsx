import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { pressedKey } from '../../../ui/pressedKey.ts';
import shared from '../../../ui/shared.module.css';
import { focusEnd } from '../notes/NoteField.tsx';
import styles from './Approvals.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly start: string;
  readonly save: string;
  readonly onSave: (text: string) => void;
  readonly onLeave: () => void;
}

/** A text that belongs to a decision about a reply. Ctrl+Enter takes it, Escape leaves it. */
export function ApprovalField({ label, hint, start, save, onSave, onLeave }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start);
  const canSave = text.trim() !== '';
  useEffect(() => focusEnd(field.current), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    const isSave = key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSave && key !== 'Escape') return;
    // So that no command of a reply sees the key.
    event.preventDefault();
    if (!isSave) onLeave();
    else if (canSave) onSave(text);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        className={`${shared.writing} ${styles.writing}`}
        dir="auto"
        rows={3}
        value={text}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      <Foot save={save} onSave={canSave ? () => onSave(text) : null} onLeave={onLeave} />
    </div>
  );
}

interface FootProps extends Pick<Props, 'save' | 'onLeave'> {
  /** Null while there is nothing to take. */
  readonly onSave: (() => void) | null;
}

function Foot({ save, onSave, onLeave }: FootProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.ways}>
      <Button size="small" disabled={onSave === null} onClick={() => onSave?.()}>
        {save} <Kbd keys="Mod+Enter" />
      </Button>
      <Button size="small" tone="quiet" onClick={onLeave}>
        {t('approval.cancel')}
      </Button>
    </div>
  );
}
