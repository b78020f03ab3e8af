import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import keyFigures from '../../ui/Figures.module.css';
import { useFormats } from './base/useFormats.ts';

/** Why surveys that were asked for were not sent. */
export function WhyNot({ items, refusals }: EngineOutput<'reports.surveysWhyNot'>) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  return (
    <>
      <p className={keyFigures.small}>
        {t('reports.refusals', { count: refusals, formatted: toCount(refusals) })}
      </p>
      <DataTable
        caption={t('reports.whyNot')}
        columns={[{ label: t('reports.reason') }, { label: t('reports.count'), variant: 'figure' }]}
        rows={items.map(({ code, count }) => ({
          key: code,
          cells: [t(`surveys.reasons.${code}`), toCount(count)],
        }))}
      />
    </>
  );
}
