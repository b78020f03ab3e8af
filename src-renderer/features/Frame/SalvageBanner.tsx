import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { BannerUntilRead } from './BannerUntilRead.tsx';
import { toSalvagedParts } from './salvagedParts.ts';

/** Says how much of a damaged file was saved and what of it could not be read, until somebody has read that. */
export function SalvageBanner() {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('system.info', {});
  const salvaged = data?.salvaged;
  if (!salvaged) return null;
  const format = (count: number) => new Intl.NumberFormat(i18n.language).format(count);
  const { rows, tables, damaged } = salvaged;
  const names = toSalvagedParts(damaged).map((part) => t(`salvaged.part.${part}`));
  const counts = { rows: format(rows), tables: format(tables), damaged: format(damaged.length) };
  const parts = new Intl.ListFormat(i18n.language).format(names);
  return (
    <BannerUntilRead isWarning={damaged.length > 0} dismissal="system.dismissSalvaged">
      {damaged.length === 0 ? t('salvaged.all', counts) : t('salvaged.some', { ...counts, parts })}
    </BannerUntilRead>
  );
}
