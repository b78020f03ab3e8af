import type { ReactNode, Ref } from 'react';
import { createPortal } from 'react-dom';
import styles from './PrintedSheet.module.css';

interface Props {
  readonly ref: Ref<HTMLElement>;
  readonly language: string;
  readonly children: ReactNode;
}

/** What the printer gets instead of the window while it is mounted, in light colours. Hidden on the screen. */
export function PrintedSheet({ ref, language, children }: Props) {
  return createPortal(
    <article ref={ref} className={styles.sheet} aria-hidden="true" lang={language}>
      {children}
    </article>,
    document.body,
  );
}
