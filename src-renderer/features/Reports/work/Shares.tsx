import { useTranslation } from 'react-i18next';
import type { WorkFigures } from '#shared/domain/workReport.ts';
import { counted } from '../../../ui/counted.ts';
import { useFormats } from '../base/useFormats.ts';
import { Doubts } from './Doubts.tsx';
import { Doubt, Metric, Note } from './Metric.tsx';
import { Verdict } from './Verdict.tsx';
import type { ShowCases, WorkReport } from './workReport.ts';

type Share = WorkFigures['fromLibrary'];

interface ShareProps {
  readonly share: Share;
  /** Such as “12 of 40 replies”. */
  readonly words: string;
}

/** So many of so many, and what is likely. */
export function ShareNotes({ share: { share }, words }: ShareProps) {
  const { t } = useTranslation();
  const { toInterval } = useFormats();
  return (
    <>
      <Note>{words}</Note>
      {share && (
        <Note title={t('reports.intervalHint')}>
          {t('reports.interval', { interval: toInterval('csat', share) })}
        </Note>
      )}
    </>
  );
}

const targetOf = { firstReply: 'firstTarget', nextReply: 'nextTarget' } as const;

interface Props {
  readonly report: WorkReport;
  readonly of: keyof typeof targetOf;
  readonly to: number;
  readonly onShow: ShowCases;
}

/** Which share of the targets was met, and how many replies have none on record. */
export function InTarget({ report, of, to, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { toCount, toShare } = useFormats();
  const { inTarget, withoutTarget } = report.figures[of];
  const { comparison } = report;
  const before = comparison?.figures[of].inTarget.share;
  const figure = targetOf[of];
  return (
    <Metric
      label={t('workReport.inTarget')}
      value={toShare(inTarget.share?.value)}
      onShow={inTarget.cases > 0 ? () => onShow({ figure }) : undefined}
    >
      <ShareNotes
        share={inTarget}
        words={t('workReport.targetsMet', { hits: toCount(inTarget.hits), cases: toCount(inTarget.cases) })}
      />
      {comparison && (
        <Verdict
          of="share"
          verdict={comparison.verdicts[of === 'firstReply' ? 'firstInTarget' : 'nextInTarget']}
          before={before ? toShare(before.value) : null}
        />
      )}
      {withoutTarget > 0 && (
        <Doubt>{t('workReport.doubts.withoutTarget', counted(withoutTarget, i18n.language))}</Doubt>
      )}
      <Doubts report={report} figure={figure} to={to} />
    </Metric>
  );
}
