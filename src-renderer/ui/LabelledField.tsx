import { type InputHTMLAttributes, useId } from 'react';
import styles from './LabelledField.module.css';
import { TextField } from './TextField.tsx';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint: string;
}

/** A line of text to write with its name above and a hint below. */
export function LabelledField({ label, hint, ...rest }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <TextField id={id} aria-describedby={`${id}-hint`} {...rest} />
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
    </div>
  );
}
