import { useTranslation } from 'react-i18next';
import type { CostReport } from '#shared/domain/cost.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { toPrice } from '../../ui/money.ts';
import { type DaySum, toDayLabel } from './period.ts';
import { useFigureColumns } from './useFigureColumns.ts';

interface Props {
  readonly days: readonly DaySum[];
  readonly total: CostReport['total'];
}

/** The days on which something was spent, in figures. */
export function DayTable({ days, total }: Props) {
  const { t, i18n } = useTranslation();
  const money = (usd: number) => toPrice(usd, i18n.language);
  const count = (number: number) => new Intl.NumberFormat(i18n.language).format(number);
  return (
    <DataTable
      caption={t('costs.perDay')}
      columns={[{ label: t('costs.day') }, ...useFigureColumns()]}
      rows={days
        .filter(({ calls }) => calls > 0)
        .map(({ day, calls, items, usd }) => ({
          key: day,
          cells: [toDayLabel(day, i18n.language), count(calls), count(items), money(usd)],
        }))}
      foot={[t('costs.total'), count(total.calls), count(total.items), money(total.usd)]}
    />
  );
}
