import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PageSection } from '../../ui/Page.tsx';
import { Fitted } from './base/Fitted.tsx';
import { useFormats } from './base/useFormats.ts';
import type { Figures } from './report.ts';
import { Bands, ScoreBars } from './ScoreBars.tsx';

/** How often each score was given, as bars and as a table. */
export function ScoreChart({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  if (figures.responses === 0) return null;
  return (
    <PageSection title={t('reports.scores')}>
      <Fitted>{(width) => <ScoreBars figures={figures} width={width} />}</Fitted>
      {'nps' in figures && <Bands figures={figures} />}
      <Disclosure label={t('reports.asTable')}>
        <ScoreTable figures={figures} />
      </Disclosure>
    </PageSection>
  );
}

function ScoreTable({ figures: { distribution, responses } }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const { toCount, toShare } = useFormats();
  return (
    <DataTable
      caption={t('reports.scores')}
      columns={[
        { label: t('surveys.scoring.score') },
        { label: t('reports.responses'), variant: 'figure' },
        { label: t('costs.share'), variant: 'figure' },
      ]}
      rows={distribution.map(({ score, count }) => ({
        key: String(score),
        cells: [score, toCount(count), toShare(count / responses)],
      }))}
    />
  );
}
