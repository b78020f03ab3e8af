import { useTranslation } from 'react-i18next';
import type { WorkFigure, WorkGroup, WorkGrouping } from '#shared/domain/workReport.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { toShownName } from '../../../ui/shownName.ts';
import { toLanguageName } from '../../../workspace/useFilterWords.ts';
import { useFormats } from '../base/useFormats.ts';
import { Count } from './Count.tsx';
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
        const of = { part: name, group: { by: groupBy, key } };
        const count = (figure: WorkFigure, number: number) => (
          <Count key={figure} number={number} asked={{ ...of, figure }} onShow={onShow} />
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
