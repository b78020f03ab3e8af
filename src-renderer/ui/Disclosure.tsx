import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Something that is there for whoever asks for it. */
export function Disclosure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{label}</summary>
      {children}
    </details>
  );
}
