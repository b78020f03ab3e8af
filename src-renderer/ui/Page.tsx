import type { ReactNode, Ref } from 'react';
import styles from './Page.module.css';
import shared from './shared.module.css';

interface Props {
  readonly title: string;
  /** One line about the page. */
  readonly hint?: string;
  /** Actions on the page as a whole, at the end of the bar. */
  readonly actions?: ReactNode;
  /** The scrolling part, which takes the focus of the page. */
  readonly bodyRef?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** A screen of full width: a bar with its title, and below it the scrolling content. */
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
  /** Shown in a muted colour at the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page with its own title. */
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
