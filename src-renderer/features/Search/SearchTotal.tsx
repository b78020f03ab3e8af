import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { counted } from '../../ui/counted.ts';
import { Segments } from '../../ui/Segments.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Search.module.css';
import { type SearchOrder, setSearchOrder, useSearchOrder } from './searchOrder.ts';

interface Props {
  readonly page: EngineOutput<'search.messages'> | undefined;
  /** How many messages are loaded, which can be more than the first page counted. */
  readonly loaded: number;
  readonly hasMore: boolean;
}

const orders: readonly SearchOrder[] = ['newest', 'best'];

/** How many messages were found, and which come first. */
export function SearchTotal({ page, loaded, hasMore }: Props) {
  const { t, i18n } = useTranslation();
  const order = useSearchOrder((state) => state.order);
  const labelId = useId();
  if (loaded === 0) return null;
  const isExact = page?.totalIsExact === true || !hasMore;
  const total = counted(Math.max(page?.total ?? 0, loaded), i18n.language);
  const kind = isExact ? 'total' : order === 'best' ? 'totalCompared' : 'totalAtLeast';
  return (
    <div className={styles.total}>
      <span>{t(`search.${kind}`, total)}</span>
      <span id={labelId} className={shared.spoken}>
        {t('search.order')}
      </span>
      <Segments
        value={order}
        choices={orders.map((value) => ({ value, label: t(`search.orders.${value}`) }))}
        onChange={setSearchOrder}
        labelledBy={labelId}
      />
    </div>
  );
}
