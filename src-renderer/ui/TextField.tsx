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

interface LabelledAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength?: number;
  /** How many lines are there at first. */
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

/** A text field of several lines with a label above and a hint below. */
export function LabelledArea({ label, hint, rows = 2, onChange, ...rest }: LabelledAreaProps) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        dir="auto"
        className={styles.area}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
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
