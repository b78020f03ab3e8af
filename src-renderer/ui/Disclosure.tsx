import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Content that is collapsed until it is asked for. */
export function Disclosure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{label}</summary>
      {children}
    </details>
  );
}
