import { useTranslation } from 'react-i18next';
import type { WorkFigure, WorkGroup, WorkGrouping } from '#shared/domain/workReport.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import { toLanguageName } from '../../../workspace/useFilterWords.ts';
import { useFormats } from '../base/useFormats.ts';
import styles from './Work.module.css';
import type { ShowCases } from './workReport.ts';

interface Props {
  readonly groups: readonly WorkGroup[];
  readonly groupBy: WorkGrouping;
  /** Absent where nothing can be opened, as on paper. */
  readonly onShow?: ShowCases;
}

/** The figures of each group; counts lead to their conversations. */
export function WorkGroupTable({ groups, groupBy, onShow }: Props) {
  const { t } = useTranslation();
  const { toTime, toShare } = useFormats();
  const toName = useWorkGroupName(groupBy);
  return (
    <DataTable
      caption={t('reports.by')}
      columns={[
        { label: t(`workReport.groups.${groupBy}`) },
        { label: t('workReport.figures.replies'), variant: 'figure' },
        { label: t('workReport.times.firstReply'), variant: 'figure' },
        { label: t('workReport.inTarget'), variant: 'figure' },
        { label: t('workReport.times.nextReply'), variant: 'figure' },
        { label: t('workReport.counts.resolved'), variant: 'figure' },
        { label: t('workReport.times.resolved'), variant: 'figure' },
      ]}
      rows={groups.map(({ key, label, figures }) => {
        const name = toName(key, label);
        const group = { by: groupBy, key, name };
        const count = (figure: WorkFigure, number: number) => (
          <Count key={figure} {...{ figure, number, group, onShow }} />
        );
        return {
          key: key ?? '',
          cells: [
            <bdi key="name">{name}</bdi>,
            count('replies', figures.replies),
            toTime(figures.firstReply.medianMs?.value),
            toShare(figures.firstReply.inTarget.share?.value),
            toTime(figures.nextReply.medianMs?.value),
            count('resolved', figures.resolved.cases),
            toTime(figures.resolved.medianMs?.value),
          ],
        };
      })}
    />
  );
}

interface CountProps {
  readonly figure: WorkFigure;
  readonly number: number;
  readonly group: { readonly by: WorkGrouping; readonly key: string | null; readonly name: string };
  readonly onShow: ShowCases | undefined;
}

function Count({ figure, number, group, onShow }: CountProps) {
  const { t } = useTranslation();
  const { toCount } = useFormats();
  if (number === 0 || !onShow) return toCount(number);
  const label = t('labelled', { label: group.name, value: t(`workReport.figures.${figure}`) });
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={t('workReport.showCases', { label, value: toCount(number) })}
      onClick={() => onShow({ figure, group })}
    >
      {toCount(number)}
    </button>
  );
}

/** Returns the name of a group by its key and label. */
function useWorkGroupName(groupBy: WorkGrouping): (key: string | null, label: string | null) => string {
  const { t, i18n } = useTranslation();
  return (key, label) => {
    if (key === null) return t(`workReport.none.${groupBy}`);
    if (groupBy === 'channel') return t(key === 'dm' ? 'channel.dm' : 'channel.public');
    if (groupBy === 'language') return toLanguageName(key, i18n.language);
    return label === null ? t('reports.unknown') : toShownName(label);
  };
}
