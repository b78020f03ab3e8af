import { useTranslation } from 'react-i18next';
import { useUi } from '../../../state/ui.ts';
import { toDollars } from '../../../ui/money.ts';
import { PageSection } from '../../../ui/Page.tsx';
import { useFormats } from '../base/useFormats.ts';
import { Metric, Metrics, Note } from './Metric.tsx';
import { ShareNotes } from './Shares.tsx';
import { Verdict } from './Verdict.tsx';
import styles from './Work.module.css';
import type { ShowCases, WorkReport } from './workReport.ts';

interface Props {
  readonly report: WorkReport;
  readonly onShow: ShowCases;
}

/** What X charged, how much was written before, and how many handovers arrived. */
export function Around({ report, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { toCount, toShare } = useFormats();
  const goTo = useUi((state) => state.goTo);
  const { costs, handovers } = report;
  const toUsd = (usd: number) => toDollars(usd, i18n.language);
  return (
    <PageSection title={t('workReport.around')}>
      <Metrics>
        <Metric label={t('workReport.costs')} value={toUsd(costs.usd)} onShow={() => goTo('costs')}>
          {costs.perResolvedUsd !== null && (
            <Note>{t('workReport.perResolved', { sum: toUsd(costs.perResolvedUsd) })}</Note>
          )}
        </Metric>
        <Reuse report={report} onShow={onShow} />
        <Metric
          label={t('workReport.handovers')}
          value={toShare(handovers.share?.value)}
          onShow={handovers.cases > 0 ? () => goTo('handovers') : undefined}
        >
          <ShareNotes
            share={handovers}
            words={t('handovers.arrivedOf', {
              arrived: toCount(handovers.hits),
              sent: toCount(handovers.cases),
            })}
          />
        </Metric>
      </Metrics>
    </PageSection>
  );
}

/** Replies that were written from a canned response or an earlier reply, and how many from each. */
function Reuse({ report: { figures, comparison }, onShow }: Props) {
  const { t } = useTranslation();
  const { toCount, toShare } = useFormats();
  const { reused } = figures;
  const before = comparison?.figures.reused.share;
  return (
    <Metric
      label={t('workReport.reuse')}
      value={toShare(reused.share?.value)}
      onShow={reused.hits > 0 ? () => onShow({ figure: 'reused' }) : undefined}
    >
      <ShareNotes
        share={reused}
        words={t('workReport.ofReplies', { hits: toCount(reused.hits), cases: toCount(reused.cases) })}
      />
      {(['fromLibrary', 'fromReplies'] as const).map((figure) => (
        <Source key={figure} figure={figure} number={figures[figure].hits} onShow={onShow} />
      ))}
      {comparison && (
        <Verdict
          of="share"
          verdict={comparison.verdicts.reused}
          before={before ? toShare(before.value) : null}
        />
      )}
    </Metric>
  );
}

interface SourceProps {
  readonly figure: 'fromLibrary' | 'fromReplies';
  readonly number: number;
  readonly onShow: ShowCases;
}

/** How many replies were written from one of both; leads to their conversations. */
function Source({ figure, number, onShow }: SourceProps) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  const label = t(`workReport.reusedFrom.${figure}`);
  const words = t('labelled', { label, value: toCount(number) });
  if (number === 0) return <Note>{words}</Note>;
  return (
    <Note>
      <button
        type="button"
        className={styles.figure}
        aria-label={t('workReport.showCases', { label, value: toCount(number) })}
        onClick={() => onShow({ figure })}
      >
        {words}
      </button>
    </Note>
  );
}
