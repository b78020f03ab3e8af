import { useTranslation } from 'react-i18next';
import { QUERY_LIMIT } from '#shared/domain/searchQuery.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useErrorText } from '../../errors/errorText.ts';
import styles from './SearchDialog.module.css';

/** What X will be asked, as it follows from the form, or why it cannot be asked. */
export function QueryLine({ query }: { readonly query: Result<string, AppError> }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  const isEmpty = !query.ok && query.error.code === 'invalid';
  const length = query.ok ? query.value.length : 0;
  return (
    <div className={styles.query} data-wrong={(!query.ok && !isEmpty) || undefined}>
      <div className={styles.queryHead}>
        <span>{t('listening.form.query')}</span>
        {query.ok && <span data-figures>{t('listening.form.length', { length, limit: QUERY_LIMIT })}</span>}
      </div>
      <output>
        {query.ok ? (
          <code>{query.value}</code>
        ) : (
          <span>{isEmpty ? t('listening.form.queryEmpty') : toText(query.error).what}</span>
        )}
      </output>
    </div>
  );
}
