import type { ReactNode, Ref } from 'react';
import styles from './Page.module.css';
import shared from './shared.module.css';

interface Props {
  readonly title: string;
  /** One line about what stands here. */
  readonly hint?: string;
  /** What can be done with the whole page, at the end of its bar. */
  readonly actions?: ReactNode;
  /** The part that scrolls, and takes the focus of the page. */
  readonly bodyRef?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** A place that takes the whole width beside the rail: a bar with its name, and below it what scrolls. */
export function Page({ title, hint, actions, bodyRef, children }: Props) {
  return (
    <main className={styles.page} aria-label={title}>
      <header className={styles.bar}>
        <h1 className={`${shared.placeTitle} ${styles.title}`}>{title}</h1>
        {hint && <p className={styles.hint}>{hint}</p>}
        <div className={styles.actions}>{actions}</div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={bodyRef} className={styles.body} aria-label={title} tabIndex={0}>
        <div className={styles.column}>{children}</div>
      </section>
    </main>
  );
}

interface SectionProps {
  readonly title: string;
  /** Said quietly at the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own title. */
export function PageSection({ title, aside, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
