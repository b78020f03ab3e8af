import { useTranslation } from 'react-i18next';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Capture.module.css';

/** All gaps of all sources: from, to, the reason, and whether X still has the messages. */
export function GapTable({ sources }: { readonly sources: readonly SourceStatus[] }) {
  const { t, i18n } = useTranslation();
  const moment = (at: number) => toDayAndTime(at, i18n.language);
  const rows = sources.flatMap(({ id, kind, name, gaps }) =>
    gaps.map((gap) => ({
      key: `${id}-${gap.from}-${gap.reason}`,
      cells: [
        name === undefined ? t(`capture.source.${kind}`) : toShownName(name),
        moment(gap.from),
        moment(gap.to),
        <span key="why" className={styles.sentence}>
          {t(`capture.gap.why.${gap.reason}`)}
        </span>,
        t(gap.recoverable ? 'capture.yes' : 'capture.no'),
      ],
    })),
  );
  return (
    <DataTable
      caption={t('capture.asTable')}
      columns={[
        { label: t('capture.sourceColumn') },
        { label: t('capture.from'), variant: 'nowrap' },
        { label: t('capture.to'), variant: 'nowrap' },
        { label: t('capture.why') },
        { label: t('capture.canFill'), variant: 'nowrap' },
      ]}
      rows={rows}
    />
  );
}
