import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DayOrder,
  TableField,
  type TableInspection,
  type TableMapping,
} from '#shared/domain/messageTable.ts';
import { Select } from '../../ui/Select.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './TableDialog.module.css';

interface Props {
  readonly inspection: TableInspection;
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}

const none = '';

/** Which column is what, and how times and channels are meant where the table does not say. */
export function MappingFields({ inspection, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const change = (changed: Partial<TableMapping>) => onChange({ ...mapping, ...changed });
  const columns = inspection.columns.map(({ name, example }, at) => ({
    value: String(at),
    label: toColumnLabel(name || `${at + 1}`, example),
  }));
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t('table.columns')}</legend>
      {TableField.options.map((field) => (
        <Choice
          key={field}
          label={t(`table.fields.${field}`)}
          value={String(mapping.columns[field] ?? none)}
          choices={[{ value: none, label: t('table.none') }, ...columns]}
          onChange={(value) => change({ columns: withColumn(mapping.columns, field, value) })}
        />
      ))}
      <Meaning mapping={mapping} change={change} />
    </fieldset>
  );
}

interface MeaningProps {
  readonly mapping: TableMapping;
  readonly change: (changed: Partial<TableMapping>) => void;
}

function Meaning({ mapping, change }: MeaningProps) {
  const { t } = useTranslation();
  const { kind, timeZone, dayOrder } = mapping;
  return (
    <>
      <Choice
        label={t('table.kind')}
        value={kind}
        choices={(['post', 'dm'] as const).map((value) => ({ value, label: t(`table.kinds.${value}`) }))}
        onChange={(value) => change({ kind: value })}
      />
      <Choice
        label={t('table.timeZone')}
        value={timeZone ?? none}
        choices={[
          { value: none, label: t('table.unknown') },
          ...listZones(timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
        ]}
        onChange={(value) => change({ timeZone: value === none ? null : value })}
      />
      <Choice
        label={t('table.dayOrder')}
        value={dayOrder ?? none}
        choices={[
          { value: none, label: t('table.unknown') },
          ...DayOrder.options.map((value) => ({ value, label: t(`table.dayOrders.${value}`) })),
        ]}
        onChange={(value) => change({ dayOrder: value === none ? null : value })}
      />
    </>
  );
}

const listZones = (known: string | null): string[] => [
  ...new Set(['UTC', ...(known === null ? [] : [known]), ...Intl.supportedValuesOf('timeZone')]),
];

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, ...select }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <span id={id}>{label}</span>
      <Select labelledBy={id} {...select} />
    </div>
  );
}

function withColumn(
  columns: TableMapping['columns'],
  field: TableField,
  value: string,
): TableMapping['columns'] {
  const { [field]: _, ...others } = columns;
  return value === none ? others : { ...others, [field]: Number(value) };
}

function toColumnLabel(name: string, example: string): string {
  const shown = toShownName(name, 30);
  return example === '' ? shown : `${shown}: ${toShownName(example, 30)}`;
}
