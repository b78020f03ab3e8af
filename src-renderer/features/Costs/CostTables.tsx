import { useTranslation } from 'react-i18next';
import type { CostReport } from '#shared/domain/cost.ts';
import { openConversation } from '../../state/ui.ts';
import { Handle } from '../../ui/Bidi.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { toPrice } from '../../ui/money.ts';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Costs.module.css';
import { useFigureColumns } from './useFigureColumns.ts';
import { useSourceName } from './useSourceName.ts';

/** What each source has cost, with its share as a bar. */
export function BySource({ sources }: { readonly sources: CostReport['sources'] }) {
  const { t, i18n } = useTranslation();
  const toName = useSourceName();
  const count = new Intl.NumberFormat(i18n.language);
  const most = Math.max(...sources.map(({ usd }) => usd));
  return (
    <DataTable
      caption={t('costs.bySource')}
      columns={[{ label: t('costs.source') }, { label: t('costs.share') }, ...useFigureColumns()]}
      rows={sources.map(({ source, calls, items, usd }) => ({
        key: source,
        cells: [
          <bdi key="name">{toName(source)}</bdi>,
          <Share key="share" of={most === 0 ? 0 : usd / most} />,
          count.format(calls),
          count.format(items),
          toPrice(usd, i18n.language),
        ],
      }))}
    />
  );
}

/** What each conversation has cost; a press opens it. */
export function ByConversation({ conversations }: { readonly conversations: CostReport['conversations'] }) {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language);
  const most = Math.max(...conversations.map(({ usd }) => usd));
  return (
    <DataTable
      caption={t('costs.byConversation')}
      columns={[{ label: t('costs.person') }, { label: t('costs.share') }, ...useFigureColumns()]}
      rows={conversations.map(({ conversationId, handle, calls, items, usd }) => ({
        key: conversationId,
        cells: [
          <button
            key="open"
            type="button"
            className={styles.open}
            aria-label={t('costs.openConversation', { handle: toShownName(handle, 24) })}
            onClick={() => openConversation(conversationId)}
          >
            <Handle handle={handle} />
          </button>,
          <Share key="share" of={most === 0 ? 0 : usd / most} />,
          count.format(calls),
          count.format(items),
          toPrice(usd, i18n.language),
        ],
      }))}
    />
  );
}

/** A share of the dearest, from 0 to 1; the figure beside it says the same. */
function Share({ of }: { readonly of: number }) {
  return (
    <span aria-hidden="true" className={styles.share}>
      <span style={{ width: `${Math.max(1, of * 100)}%` }} />
    </span>
  );
}
