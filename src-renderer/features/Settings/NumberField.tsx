import { useTranslation } from 'react-i18next';
import type { ZodNumber } from 'zod';
import { useNumberAdvice } from '../../i18n/useNumberAdvice.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { toNumber } from '../../ui/readNumber.ts';

interface Props {
  readonly labelledBy: string;
  readonly value: number;
  readonly unit: string;
  readonly shape: ZodNumber;
  readonly onSave: (value: number) => Promise<boolean>;
}

/** A whole number with its unit, saved as soon as it is valid. */
export function NumberField({ labelledBy, value, unit, shape, onSave }: Props) {
  const { t, i18n } = useTranslation();
  const range = { min: String(shape.minValue ?? 0), max: String(shape.maxValue ?? '') };
  const advice = useNumberAdvice(t('settings.range', range));
  const read = (text: string) => toNumber(text, i18n.language);
  return (
    <AutoSaveField
      labelledBy={labelledBy}
      value={String(value)}
      unit={unit}
      {...advice}
      isValid={(text) => shape.safeParse(read(text)).success}
      onSave={(text) => onSave(read(text) ?? value)}
    />
  );
}
