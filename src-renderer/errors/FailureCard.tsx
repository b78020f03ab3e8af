import { IconAlertTriangle } from '@tabler/icons-react';
import type { AppError } from '#shared/errors.ts';
import { ErrorWhat } from './ErrorWhat.tsx';
import { type ErrorText, useErrorText } from './errorText.ts';
import styles from './FailureCard.module.css';

/** An error in words, shown where it happened. */
export function FailureCard({
  title,
  error,
  text: given,
}: {
  readonly title?: string | undefined;
  readonly error: AppError;
  /** Words for where it happened, instead of the usual ones. */
  readonly text?: ErrorText;
}) {
  const usual = useErrorText()(error);
  const text = given ?? usual;
  return (
    <div role="alert" className={styles.card}>
      <IconAlertTriangle aria-hidden="true" size={18} className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        <p className={title ? undefined : styles.title}>
          <ErrorWhat text={text} />
        </p>
        <p className={styles.rest}>
          {text.safe} {text.todo}
        </p>
      </div>
    </div>
  );
}
