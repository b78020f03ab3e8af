import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import keyFigures from '../../../ui/Figures.module.css';
import styles from './Work.module.css';

interface Props {
  readonly label: string;
  /** As it is written; a dash for what is not known. */
  readonly value: string;
  /** Shows the conversations behind it; absent where there are none. */
  readonly onShow?: (() => void) | undefined;
  /** Lines below it. */
  readonly children?: ReactNode;
}

/** A key figure, which leads to its conversations. */
export function Metric({ label, value, onShow, children }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd className={keyFigures.large} data-figures>
        {onShow ? (
          <button
            type="button"
            className={styles.figure}
            aria-label={t('workReport.showCases', { label, value })}
            onClick={onShow}
          >
            {value}
          </button>
        ) : (
          value
        )}
      </dd>
      {children}
    </div>
  );
}

/** Key figures beside each other, in columns that all sections share. */
export function Metrics({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.metrics}>
      <dl className={keyFigures.figures}>{children}</dl>
    </div>
  );
}

interface NoteProps {
  readonly children: ReactNode;
  readonly title?: string;
}

/** A line below a key figure. */
export function Note({ children, title }: NoteProps) {
  return (
    <dd className={keyFigures.small} title={title}>
      {children}
    </dd>
  );
}

/** What could change a key figure. */
export function Doubt({ children }: { readonly children: ReactNode }) {
  return <dd className={styles.doubt}>{children}</dd>;
}
