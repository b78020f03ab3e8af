import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { Kbd } from './Kbd.tsx';
import { useCommandKeys, useIsOffered } from './uiHost.ts';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** primary: the main action. public, private: sends on that channel. */
  readonly tone?: 'plain' | 'primary' | 'public' | 'private' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: ReactNode;
  /** The command that it runs; its shortcut is shown inside. */
  readonly command?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a text label; nothing where its command is refused. */
export function Button({
  tone = 'plain',
  size = 'normal',
  icon,
  command,
  children,
  className,
  ...rest
}: ButtonProps) {
  const keys = useCommandKeys(command);
  const isOffered = useIsOffered(command);
  const filled = tone !== 'plain' && tone !== 'quiet';
  if (!isOffered) return null;
  return (
    <button
      type="button"
      data-tone={tone}
      data-size={size}
      className={className ? `${styles.button} ${className}` : styles.button}
      {...rest}
    >
      {icon}
      <span className={styles.words}>{children}</span>
      {keys && (
        <span aria-hidden="true" className={styles.keys}>
          <Kbd keys={keys} tone={filled ? 'inverse' : 'plain'} />
        </span>
      )}
    </button>
  );
}
