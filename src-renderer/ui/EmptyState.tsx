import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import styles from './EmptyState.module.css';
import { Kbd } from './Kbd.tsx';

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  /** A sentence of the catalogue; `<k>` around keys draws them as caps. */
  readonly hint?: ParseKeys;
  readonly children?: ReactNode;
}

/** What an empty place says: how things stand, and the next key. */
export function EmptyState({ icon, title, hint, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <h2 className={styles.title}>{title}</h2>
      {hint && (
        <p className={styles.hint}>
          <Trans t={t} i18nKey={hint} components={{ k: <KeyWord /> }} />
        </p>
      )}
      {children}
    </div>
  );
}

function KeyWord({ children }: { readonly children?: ReactNode }) {
  return <Kbd keys={[children].flat().join('')} />;
}
