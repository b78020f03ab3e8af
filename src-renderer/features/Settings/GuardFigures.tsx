import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { toPeriod } from '../../ui/period.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import styles from './GuardSettings.module.css';

/** What became of the warnings of each guard in the last 30 days; a sentence where none did anything. */
export function GuardFigures() {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('reports.guards', toPeriod('days30', useNow()), { keepPrevious: true });
  if (!data) return null;
  const active = data.items.filter(({ refused, heeded, overruled }) => refused + heeded + overruled > 0);
  if (active.length === 0) return <p className={styles.figures}>{t('guardSettings.figures.none')}</p>;
  const { format } = new Intl.NumberFormat(i18n.language);
  return (
    <div className={styles.figures}>
      <DataTable
        caption={t('guardSettings.figures.title')}
        columns={[
          { label: t('guardSettings.figures.title') },
          { label: t('guardSettings.figures.refused'), variant: 'figure' },
          { label: t('guardSettings.figures.heeded'), variant: 'figure' },
          { label: t('guardSettings.figures.overruled'), variant: 'figure' },
        ]}
        rows={active.map(({ code, refused, heeded, overruled }) => ({
          key: code,
          cells: [t(`guardSettings.codes.${code}`), format(refused), format(heeded), format(overruled)],
        }))}
      />
      <p>{t('guardSettings.figures.hint')}</p>
    </div>
  );
}
