import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import styles from './AutoSaveField.module.css';
import { pressedKey } from './pressedKey.ts';
import fieldStyles from './TextField.module.css';
import { TextField } from './TextField.tsx';

interface Props {
  readonly labelledBy: string;
  /** The saved value. */
  readonly value: string;
  /** Shown behind a number; also makes the field narrow. */
  readonly unit?: string;
  readonly placeholder?: string;
  /** True shows all of a long text, over several rows. */
  readonly isLong?: boolean;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Shown while the text is not valid, which then stays until it is mended or reverted; can depend on the text. */
  readonly advice?: string | ((text: string) => string);
  readonly isValid: (text: string) => boolean;
  /** Saves the text; resolves to false if that failed. */
  readonly onSave: (text: string) => Promise<boolean>;
}

/** A text field that saves on Enter and on blur if its text is valid; Escape reverts it. */
export function AutoSaveField(props: Props) {
  const { unit, isLong, field, advice } = props;
  const { text, isWrong, adviceId, shown } = useAutoSave(props);
  return (
    <>
      {isWrong && advice && (
        <span id={adviceId} role="status" className={styles.advice}>
          {typeof advice === 'function' ? advice(text) : advice}
        </span>
      )}
      {isLong ? (
        <textarea rows={1} spellCheck={false} className={`${fieldStyles.field} ${styles.long}`} {...shown} />
      ) : (
        <TextField
          {...(field ? { ref: field } : {})}
          inputMode={unit ? 'decimal' : 'text'}
          className={(unit ? styles.number : styles.text) ?? ''}
          {...shown}
        />
      )}
      {unit && <span className={styles.unit}>{unit}</span>}
    </>
  );
}

/** The text that is being written, and the attributes of its field. */
function useAutoSave({ labelledBy, value, placeholder, advice, isValid, onSave }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const adviceId = useId();
  const isWrong = !isValid(text);
  const save = async () => {
    if (text === value || (isWrong && advice)) return;
    if (isWrong || !(await onSave(text))) setText(value);
  };
  const shown = {
    value: text,
    placeholder,
    'aria-labelledby': labelledBy,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong && advice ? adviceId : undefined,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(target.value),
    onBlur: () => void save(),
    onKeyDown: (event: KeyboardEvent) => {
      const key = pressedKey(event);
      // In several rows, a line break is typed with Shift.
      if (key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        void save();
      }
      if (key !== 'Escape' || text === value) return;
      event.stopPropagation();
      setText(value);
    },
  };
  return { text, isWrong, adviceId, shown };
}
