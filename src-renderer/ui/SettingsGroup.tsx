import { type ReactNode, useId } from 'react';
import styles from './SettingsGroup.module.css';
import shared from './shared.module.css';

/** A few related lines under a title; they can get the focus. */
export function TitledGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id} tabIndex={-1}>
      <h3 id={id} className={`${shared.groupTitle} ${styles.title}`}>
        {title}
      </h3>
      {children}
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  /** True puts the control below the words, as wide as the group. */
  readonly isWide?: boolean;
  /** Renders the control, which is labelled by the element with this id. */
  readonly children: (labelId: string) => ReactNode;
}

/** One setting: its label and hint, and the control at the end of the line. */
export function SettingsLine({ label, hint, isWide, children }: LineProps) {
  const id = useId();
  return (
    <div className={styles.line} data-wide={isWide || undefined}>
      <div className={styles.words}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </div>
      <div className={styles.control}>{children(id)}</div>
    </div>
  );
}
