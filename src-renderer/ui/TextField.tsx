import type { InputHTMLAttributes, Ref } from 'react';
import styles from './TextField.module.css';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text to write. */
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
