import { useTranslation } from 'react-i18next';
import { POST_LIMIT } from '#shared/domain/postLength.ts';
import styles from './Counter.module.css';

/** How few characters are few. */
export const FEW = 20;

/** How many weighted characters a post has left; amber when few, red when too many. */
export function Counter({ remaining }: { readonly remaining: number }) {
  const { t } = useTranslation();
  const level = remaining < 0 ? 'over' : remaining <= FEW ? 'few' : 'plenty';
  const used = Math.min(1, Math.max(0, 1 - remaining / POST_LIMIT));
  const around = 2 * Math.PI * 7;
  const words = t('composer.remaining', { count: remaining });
  return (
    <span className={styles.counter} data-level={level} role="img" aria-label={words} title={words}>
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <circle cx="9" cy="9" r="7" className={styles.track} />
        <circle
          cx="9"
          cy="9"
          r="7"
          className={styles.used}
          strokeDasharray={`${used * around} ${around}`}
          transform="rotate(-90 9 9)"
        />
      </svg>
      <span data-figures>{remaining}</span>
    </span>
  );
}
