import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { toContent } from '#shared/domain/messageContent.ts';
import type { SearchTerms } from '#shared/domain/savedSearch.ts';
import { QUERY_LIMIT } from '#shared/domain/searchQuery.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useErrorText } from '../../errors/errorText.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { RowText } from '../../ui/ListRow.tsx';
import { toDollars } from '../../ui/money.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { toName } from '../../ui/shownName.ts';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './SearchDialog.module.css';

type Preview = EngineOutput<'savedSearches.preview'>;

/** Tries a search on X, only on request, because that costs money. */
export function SearchPreview({ terms }: { readonly terms: SearchTerms }) {
  const { t } = useTranslation();
  const preview = useEngineCommand('savedSearches.preview', { quiet: true });
  const { isBusy, run } = useBusy();
  const [result, setResult] = useState<Result<Preview, AppError> | null>(null);
  if (result) return result.ok ? <Found preview={result.value} /> : <FailureCard error={result.error} />;
  return (
    <div className={styles.try}>
      <Button disabled={isBusy} onClick={() => void run(async () => setResult(await preview({ terms })))}>
        {t(isBusy ? 'listening.form.previewing' : 'listening.form.preview')}
      </Button>
      <span className={styles.hint}>{t('listening.form.previewHint')}</span>
    </div>
  );
}

/** How many hits it would bring, what they would cost, and the latest ones. */
function Found({ preview }: { readonly preview: Preview }) {
  const { t, i18n } = useTranslation();
  const section = useRef<HTMLElement>(null);
  // The button that had the focus is gone.
  useEffect(() => section.current?.focus(), []);
  const { hitsPerDay, usdPerMonth, sample } = preview;
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <section ref={section} tabIndex={-1} className={styles.preview} aria-label={t('listening.form.preview')}>
      <p className={styles.rate} role="status" data-figures>
        <strong>{t('listening.form.perDay', { formatted: format.format(hitsPerDay) })}</strong>
        <span>{t('listening.form.perMonth', { sum: toDollars(usdPerMonth, i18n.language) })}</span>
      </p>
      {sample.length === 0 ? (
        <p className={styles.hint}>{t('listening.form.nothing')}</p>
      ) : (
        <ul className={styles.sample} aria-label={t('listening.form.sample')}>
          {sample.slice(0, 5).map((message) => (
            <li key={message.id}>
              <span className={styles.sampleHead}>
                <Bidi text={toName(message.author)} cap={40} className={styles.sampleName} />
                <Handle handle={message.author.handle} cap={18} />
                <RelativeTime at={message.at} />
              </span>
              <RowText text={message.text} content={toContent(message)} lang={message.lang} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The query that results from the form, or why it is not valid. */
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
