import { IconMessageShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import keyFigures from '../../ui/Figures.module.css';
import { Page, PageSection } from '../../ui/Page.tsx';
import { PeriodChoice } from '../../ui/PeriodChoice.tsx';
import { type Period, toPeriod } from '../../ui/period.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toShortDuration } from '../../ui/time.ts';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import styles from './Handovers.module.css';

type Report = EngineOutput<'reports.handovers'>;
type Figures = Omit<Report, 'groups'>;

/** What came of the handovers of a period: how many private messages arrived and how fast, in total and by wording. */
export function HandoversScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>('days30');
  const range = toPeriod(period, useNow());
  const { data: report, error } = useEngineQuery('reports.handovers', range, { keepPrevious: true });
  return (
    <Page
      bodyRef={body}
      title={t('handovers.title')}
      hint={t('handovers.hint')}
      actions={<PeriodChoice value={period} onChange={setPeriod} />}
    >
      {error && <FailureCard title={t('handovers.failed')} error={error.error} />}
      {report && (report.sent === 0 ? <Nothing /> : <Sections report={report} />)}
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={<IconMessageShare size={36} stroke={1.25} />}
        title={t('handovers.nothing')}
        hint={t('handovers.nothingHint')}
      />
    </div>
  );
}

function Sections({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  return (
    <>
      <PageSection title={t('handovers.all')}>
        <Total figures={report} />
      </PageSection>
      <PageSection title={t('handovers.byWording')}>
        <ByWording groups={report.groups} />
      </PageSection>
    </>
  );
}

/** How many arrived, between which shares the true one lies, and how fast they came. */
function Total({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const { toCount, toShare, toTime } = useFormats();
  const { sent, arrived, waiting, share, medianMs, p90Ms } = figures;
  return (
    <dl className={keyFigures.figures}>
      <div>
        <dt>{t('handovers.arrivedOf', { arrived: toCount(arrived), sent: toCount(sent) })}</dt>
        <dd className={keyFigures.large} data-figures>
          {toShare(share?.value)}
        </dd>
        <dd className={keyFigures.small} title={t('handovers.rangeHint')}>
          {share && t('handovers.range', { low: toShare(share.low), high: toShare(share.high) })}
        </dd>
        <dd className={keyFigures.small}>{t('handovers.waiting', { count: waiting })}</dd>
      </div>
      <div>
        <dt>{t('handovers.median')}</dt>
        <dd className={keyFigures.large} data-figures>
          {toTime(medianMs)}
        </dd>
      </div>
      <div>
        <dt>{t('handovers.p90')}</dt>
        <dd className={keyFigures.large} data-figures>
          {toTime(p90Ms)}
        </dd>
      </div>
    </dl>
  );
}

function ByWording({ groups }: Pick<Report, 'groups'>) {
  const { t, i18n } = useTranslation();
  const { toCount, toShare, toTime } = useFormats();
  return (
    <DataTable
      caption={t('handovers.byWording')}
      columns={[
        { label: t('handovers.wording') },
        { label: t('handovers.sent'), variant: 'figure' },
        { label: t('handovers.arrived'), variant: 'figure' },
        { label: t('handovers.share'), variant: 'figure' },
        { label: t('handovers.interval'), variant: 'figure' },
        { label: t('handovers.median'), variant: 'figure' },
      ]}
      rows={groups.map(({ language, withLink, sent, arrived, share, medianMs }) => ({
        key: `${language} ${withLink}`,
        cells: [
          t(withLink ? 'handovers.withLink' : 'handovers.inWords', {
            language: toLanguageName(language, i18n.language),
          }),
          toCount(sent),
          toCount(arrived),
          toShare(share?.value),
          share ? `${toShare(share.low)} – ${toShare(share.high)}` : '–',
          toTime(medianMs),
        ],
      }))}
    />
  );
}

/** A share or time that is not known is a dash. */
function useFormats() {
  const { language } = useTranslation().i18n;
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return {
    toCount: (number: number) => count.format(number),
    toShare: (share: number | undefined) => (share === undefined ? '–' : percent.format(share)),
    toTime: (ms: number | null) => (ms === null ? '–' : toShortDuration(ms, language)),
  };
}
