import { useId } from 'react';
import styles from './Crisis.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}

/** A text field of several lines with its label above and a hint below. */
export function Area({ label, hint, value, maxLength, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.area}>
      <label htmlFor={id} className={styles.heading}>
        {label}
      </label>
      <textarea
        id={id}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        dir="auto"
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
