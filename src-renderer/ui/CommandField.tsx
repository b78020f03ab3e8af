import { Command } from 'cmdk';
import type { ReactNode, RefObject } from 'react';
import styles from './CommandField.module.css';
import { Kbd } from './Kbd.tsx';
import shared from './shared.module.css';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly icon: ReactNode;
  readonly text: string;
  readonly placeholder: string;
  /** The accessible name, where the list around it does not give one. */
  readonly label?: string;
  readonly size: 'small' | 'large';
  readonly onChange: (text: string) => void;
}

/** The field above a list of choices, which it filters. */
export function CommandField({ input, icon, text, placeholder, label, size, onChange }: Props) {
  return (
    <div className={styles.field} data-size={size}>
      {icon}
      <Command.Input
        ref={input}
        value={text}
        onValueChange={onChange}
        placeholder={placeholder}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className={`${shared.bareInput} ${styles.input}`}
      />
      <Kbd keys="Escape" />
    </div>
  );
}
