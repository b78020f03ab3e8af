import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { KeyedText } from './Kbd.tsx';

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  /** A sentence; `<k>` around keys draws them as caps. */
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** What an empty place says: how things stand, and the next key. */
export function EmptyState({ icon, title, hint, children }: Props) {
  return (
    <div className={styles.empty}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <h2 className={styles.title}>{title}</h2>
      {hint && (
        <p className={styles.hint}>
          <KeyedText text={hint} />
        </p>
      )}
      {children}
    </div>
  );
}
