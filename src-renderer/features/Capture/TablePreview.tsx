import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowPreview } from '#shared/domain/messageTable.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toDateAndTime } from '../../ui/time.ts';
import styles from './TableDialog.module.css';

/** The first rows of a table as they would be stored, or why they would not be. */
export function TablePreview({ rows }: { readonly rows: readonly RowPreview[] }) {
  const { t } = useTranslation();
  const toCells = useCells();
  return (
    <section
      className={styles.preview}
      aria-label={t('table.preview')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <DataTable
        caption={t('table.preview')}
        columns={[
          { label: t('table.row'), variant: 'figure' },
          { label: t('table.time'), variant: 'nowrap' },
          { label: t('table.who') },
          { label: t('table.what'), variant: 'nowrap' },
          { label: t('table.text') },
        ]}
        rows={rows.map((row) => ({ key: String(row.row), cells: [row.row, ...toCells(row)] }))}
      />
    </section>
  );
}

/** Returns what makes the cells of a row after its number. */
function useCells(): (row: RowPreview) => ReactNode[] {
  const { t, i18n } = useTranslation();
  return ({ skipped, message }) => {
    if (!message) return ['', '', t('table.skipped'), skipped ? t(`archive.why.${skipped}`) : ''];
    const { kind, direction, person, agent, at, text } = message;
    const name = toShownName(person, 30);
    const who = person === '' ? t('table.toNobody') : t(`table.${direction}`, { name });
    return [
      toDateAndTime(at, i18n.language),
      agent === null ? who : t('table.by', { who, agent: toShownName(agent, 30) }),
      t(`table.kinds.${kind}`),
      <Bidi key="text" text={text} cap={120} />,
    ];
  };
}
