import { useTranslation } from 'react-i18next';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import type { ThreadPart } from '#shared/domain/splitThread.ts';
import styles from './ThreadPreview.module.css';

/** The posts as which a long public reply goes out. */
export function ThreadPreview({ parts }: { readonly parts: readonly ThreadPart[] }) {
  const { t } = useTranslation();
  if (parts.length < 2) return null;
  return (
    <section className={styles.thread} aria-label={t('thread.preview')}>
      <p className={styles.threadHead} role="status">
        {t('thread.goesOut', { count: parts.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <ol className={styles.parts} tabIndex={0} aria-label={t('thread.preview')}>
        {parts.map(({ text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
          <li key={at} className={styles.part}>
            <span className={styles.partText} dir="auto">
              {text}
            </span>
            <span className={styles.partCount} data-figures>
              {t('thread.length', { length: weightedLength(text), limit: POST_LIMIT })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
