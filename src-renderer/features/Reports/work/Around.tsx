import { useTranslation } from 'react-i18next';
import { useUi } from '../../../state/ui.ts';
import { toDollars } from '../../../ui/money.ts';
import { PageSection } from '../../../ui/Page.tsx';
import { useFormats } from '../base/useFormats.ts';
import { Metric, Metrics, Note } from './Metric.tsx';
import { ShareNotes } from './Shares.tsx';
import { Verdict } from './Verdict.tsx';
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
        <FromLibrary report={report} onShow={onShow} />
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

function FromLibrary({ report: { figures, comparison }, onShow }: Props) {
  const { t } = useTranslation();
  const { toCount, toShare } = useFormats();
  const { fromLibrary } = figures;
  const before = comparison?.figures.fromLibrary.share;
  return (
    <Metric
      label={t('workReport.fromLibrary')}
      value={toShare(fromLibrary.share?.value)}
      onShow={fromLibrary.cases > 0 ? () => onShow({ figure: 'replies' }) : undefined}
    >
      <ShareNotes
        share={fromLibrary}
        words={t('workReport.ofReplies', {
          hits: toCount(fromLibrary.hits),
          cases: toCount(fromLibrary.cases),
        })}
      />
      {comparison && (
        <Verdict
          of="share"
          verdict={comparison.verdicts.fromLibrary}
          before={before ? toShare(before.value) : null}
        />
      )}
    </Metric>
  );
}
