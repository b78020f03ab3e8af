import { IconTimeline } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SourceStatus, StepError } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useFocusArea } from '../../state/focus.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ArchiveSection } from './ArchiveSection.tsx';
import { Backfill } from './Backfill.tsx';
import styles from './Capture.module.css';
import { Weeks } from './GapStrip.tsx';
import { GapTable } from './GapTable.tsx';
import { Quarantine } from './Quarantine.tsx';
import { QuotesSetting } from './QuotesSetting.tsx';
import { SourceRow } from './SourceRow.tsx';
import { StepErrors } from './StepErrors.tsx';

/** What is captured of each source, what is missing and why, and the button to backfill it. */
export function CaptureScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const { data, error } = useEngineQuery('capture.status', {});
  const sources = data?.sources.map(withoutReadOnly) ?? [];
  return (
    <Page
      bodyRef={body}
      title={t('capture.title')}
      hint={t('capture.hint')}
      actions={<Backfill sources={sources} />}
    >
      {error && <FailureCard error={error.error} />}
      {data && sources.length === 0 && (
        <div className={styles.empty}>
          <EmptyState
            icon={<IconTimeline size={36} stroke={1.25} />}
            title={t('capture.noSources')}
            hint={t('capture.noSourcesHint')}
          />
        </div>
      )}
      {sources.length > 0 && (
        <Sources sources={sources} quotesError={data?.quotesError} stepErrors={data?.stepErrors ?? []} />
      )}
      <Quarantine />
      <ArchiveSection />
    </Page>
  );
}

// That a copy is only read stands above every screen, and is no failure.
function withoutReadOnly({ error, ...rest }: SourceStatus): SourceStatus {
  return error && error.code !== 'readOnly' ? { ...rest, error } : rest;
}

interface SourcesProps {
  readonly sources: readonly SourceStatus[];
  readonly quotesError: AppError | undefined;
  readonly stepErrors: readonly StepError[];
}

function Sources({ sources, quotesError, stepErrors }: SourcesProps) {
  const { t } = useTranslation();
  const isReadOnly = useIsReadOnly();
  const hasGaps = sources.some(({ gaps }) => gaps.length > 0);
  return (
    <div>
      <Legend />
      <ul className={styles.sources}>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
      <Weeks />
      {hasGaps ? (
        <Disclosure label={t('capture.asTable')}>
          <GapTable sources={sources} />
        </Disclosure>
      ) : (
        <p className={styles.whole}>{t(toGapsHint(sources))}</p>
      )}
      {!isReadOnly && <QuotesSetting error={quotesError} />}
      <StepErrors errors={stepErrors} />
      <NotCaptured />
    </div>
  );
}

// A source that was never read has no gaps either, but nothing of it is captured.
function toGapsHint(sources: readonly SourceStatus[]) {
  if (sources.some(({ capturedThrough }) => capturedThrough === null)) return 'capture.neverReadHint';
  return sources.some(({ error }) => error) ? 'capture.errorHint' : 'capture.noGapsHint';
}

const notCaptured = ['thread', 'groups', 'forgotten'] as const;

/** What no source brings, so that nobody takes it for captured. */
function NotCaptured() {
  const { t } = useTranslation();
  const { data: settings } = useEngineQuery('settings.get', {});
  const all = settings?.captureQuotes ? notCaptured : (['quotes', ...notCaptured] as const);
  return (
    <Disclosure label={t('capture.notCaptured')}>
      <ul className={styles.notCaptured}>
        {all.map((what) => (
          <li key={what}>{t(`capture.notCapturedList.${what}`)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The legend of the strips. */
function Legend() {
  const { t } = useTranslation();
  return (
    <div className={styles.legend}>
      <span data-kind="before">{t('capture.legendBefore')}</span>
      <span data-kind="captured">{t('capture.legendCaptured')}</span>
      <span data-kind="fillable">{t('capture.legendFillable')}</span>
      <span data-kind="lost">{t('capture.legendLost')}</span>
    </div>
  );
}
