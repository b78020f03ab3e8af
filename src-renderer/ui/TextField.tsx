import { type InputHTMLAttributes, type Ref, useId } from 'react';
import styles from './TextField.module.css';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>;
}

/** A single-line text field. */
export function TextField({ className, ...rest }: Props) {
  return (
    <input
      spellCheck={false}
      autoComplete="off"
      className={className ? `${styles.field} ${className}` : styles.field}
      {...rest}
    />
  );
}

interface LabelledFieldProps extends Props {
  readonly label: string;
  readonly hint: string;
}

/** A text field with a label above and a hint below. */
export function LabelledField({ label, hint, ...rest }: LabelledFieldProps) {
  const id = useId();
  return (
    <div className={styles.labelled}>
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
