import { useTranslation } from 'react-i18next';
import type { SurveyGrouping } from '#shared/domain/surveyReport.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useFormats } from './base/useFormats.ts';
import { useGroupName } from './base/useGroupName.ts';
import { type Group, toMain, toScale } from './report.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly groupBy: SurveyGrouping;
  readonly caption: string;
}

/** The figures of each group with their intervals; of one with too few responses, that there are too few to say. */
export function GroupTable({ groups, groupBy, caption }: Props) {
  const { t } = useTranslation();
  const toName = useGroupName(groupBy);
  const { toCount, toShare, toFigure, toInterval } = useFormats();
  const scale = groups[0] ? toScale(groups[0].figures) : 'csat';
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: t(`reports.groups.${groupBy}`) },
        { label: t('handovers.sent'), variant: 'figure' },
        { label: t('reports.responses'), variant: 'figure' },
        { label: t('reports.responseRate'), variant: 'figure' },
        { label: t(`reports.scales.${scale}`), variant: 'figure' },
        { label: t('handovers.interval'), variant: 'figure' },
      ]}
      rows={groups.map(({ key, label, sent, responseRate, figures }) => {
        const main = toMain(figures);
        return {
          key: key ?? '',
          cells: [
            <bdi key="name">{toName(key, label)}</bdi>,
            toCount(sent),
            toCount(figures.responses),
            toShare(responseRate?.value),
            main ? toFigure(scale, main.value) : t('reports.tooFewShort'),
            toInterval(scale, main),
          ],
        };
      })}
    />
  );
}
