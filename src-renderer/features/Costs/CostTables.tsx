import { useTranslation } from 'react-i18next';
import type { CostReport } from '#shared/domain/cost.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { enCosts } from '../../locales/enCosts.ts';
import { openConversation } from '../../state/ui.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { toDollars } from '../../ui/money.ts';
import { type DaySum, toDayLabel } from '../../ui/period.ts';
import { toAddressee, toName, toShownName } from '../../ui/shownName.ts';
import styles from './Costs.module.css';

/** The cost of each source, with its share as a bar. */
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
          toDollars(usd, i18n.language),
        ],
      }))}
    />
  );
}

/** The cost of each conversation; a click opens it. */
export function ByConversation({ conversations }: { readonly conversations: CostReport['conversations'] }) {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language);
  const most = Math.max(...conversations.map(({ usd }) => usd));
  return (
    <DataTable
      caption={t('costs.byConversation')}
      columns={[{ label: t('costs.person') }, { label: t('costs.share') }, ...useFigureColumns()]}
      rows={conversations.map(({ conversationId, handle, name, calls, items, usd }) => ({
        key: conversationId,
        cells: [
          <button
            key="open"
            type="button"
            className={styles.open}
            aria-label={t('costs.openConversation', {
              person: toAddressee({ id: conversationId, handle, name }),
            })}
            onClick={() => openConversation(conversationId)}
          >
            {handle === '' ? (
              <Bidi text={toName({ id: conversationId, handle, name })} cap={24} />
            ) : (
              <Handle handle={handle} />
            )}
          </button>,
          <Share key="share" of={most === 0 ? 0 : usd / most} />,
          count.format(calls),
          count.format(items),
          toDollars(usd, i18n.language),
        ],
      }))}
    />
  );
}

/** A bar relative to the most expensive row (1); decorative, since the figure is beside it. */
function Share({ of }: { readonly of: number }) {
  return (
    <span aria-hidden="true" className={styles.share}>
      <span style={{ width: `${Math.max(1, of * 100)}%` }} />
    </span>
  );
}

interface Props {
  readonly days: readonly DaySum[];
  readonly total: CostReport['total'];
}

/** The days on which something was spent, as a table. */
export function DayTable({ days, total }: Props) {
  const { t, i18n } = useTranslation();
  const money = (usd: number) => toDollars(usd, i18n.language);
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

/** The last columns of every cost table. */
export function useFigureColumns() {
  const { t } = useTranslation();
  return [
    { label: t('costs.calls'), variant: 'figure' },
    { label: t('costs.items'), variant: 'figure' },
    { label: t('costs.sum'), variant: 'figure' },
  ] as const;
}

/** Whether the catalogues name a source, that is, each that is no saved search. */
function isNamed(source: string): source is keyof typeof enCosts.costs.sources {
  return Object.hasOwn(enCosts.costs.sources, source);
}

/** Returns the display name of a source in the ledger: a saved search by its name, an unknown source by its id. */
export function useSourceName(): (source: string) => string {
  const { t } = useTranslation();
  const { data } = useEngineQuery('savedSearches.list', {});
  return (source) => {
    if (isNamed(source)) return t(`costs.sources.${source}`);
    const search = data?.items.find(({ id }) => source === `search:${id}`);
    return toShownName(search?.name ?? source);
  };
}
