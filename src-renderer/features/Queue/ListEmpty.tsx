import { IconCircleCheck, IconCloudOff, IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useErrorText } from '../../errors/errorText.ts';
import { goToView } from '../../state/listQuery.ts';
import { views } from '../../state/views.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import shared from '../../ui/shared.module.css';
import { toMoment } from '../../ui/time.ts';
import type { OpenList } from '../../workspace/useOpenList.ts';
import type { ListRows } from './useListRows.ts';

/** Shown in an empty list: what that means and the next key to press, or why it could not be loaded. */
export function ListEmpty({ list, rows }: { readonly list: OpenList; readonly rows: ListRows }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  const counts = useEngineQuery('conversations.counts', {}).data?.counts;
  const { view } = list;
  const unread = useUnreadSource();
  const isAsking = useIsAsking();
  const failure = rows.pages.error;
  if (rows.order.length > 0 || rows.isLoading) return null;
  if (failure) {
    const text = toText(failure.error);
    return (
      <div className={shared.overList} role="alert">
        <EmptyState title={text.what} hint={`${text.safe} ${text.todo}`}>
          <Button onClick={() => void rows.pages.refetch()}>{t('frame.loadAgain')}</Button>
        </EmptyState>
      </div>
    );
  }
  if (list.isFiltered) return <NothingMatches list={list} />;
  if (unread && (view === 'queue' || view === 'all')) return <NotRead source={unread} />;
  const isFirst = view === 'queue' && counts?.all === 0;
  if (isFirst && isAsking) return <Asking />;
  const empty = isFirst ? 'first' : view;
  const Icon =
    view === 'queue' ? IconCircleCheck : (views.find((each) => each.view === view)?.Icon ?? IconCircleCheck);
  return (
    <div className={shared.overList}>
      <EmptyState
        icon={<Icon size={36} stroke={1.25} />}
        title={t(`queue.empty.${empty}`)}
        hint={t(`queue.empty.${empty}Hint`)}
      />
    </div>
  );
}

/** A list that has no conversation of its view, because the filter selects none. */
function NothingMatches({ list }: { readonly list: OpenList }) {
  const { t } = useTranslation();
  return (
    <div className={shared.overList} role="status">
      <EmptyState icon={<IconFilter size={36} stroke={1.25} />} title={t('lists.nothing')}>
        <Button onClick={() => goToView(list.view)}>{t('lists.clear')}</Button>
      </EmptyState>
    </div>
  );
}

/** The source of messages that X could not be asked for the last time, one that was never read first. */
function useUnreadSource(): SourceStatus | undefined {
  const sources = useEngineQuery('capture.status', {}).data?.sources ?? [];
  const failing = sources.filter(({ kind, error }) => (kind === 'mentions' || kind === 'dms') && error);
  return failing.find(({ capturedThrough }) => capturedThrough === null) ?? failing[0];
}

/** Whether X was not asked for anything so far, so that nobody knows whether there is something. */
function useIsAsking(): boolean {
  const sources = useEngineQuery('capture.status', {}).data?.sources ?? [];
  return sources.length > 0 && sources.every(({ capturedThrough }) => capturedThrough === null);
}

function Asking() {
  const { t } = useTranslation();
  return (
    <div className={shared.overList} role="status">
      <EmptyState
        icon={<IconCloudOff size={36} stroke={1.25} />}
        title={t('queue.empty.notRead')}
        hint={t('queue.empty.askingHint')}
      />
    </div>
  );
}

// An empty list of what could not be read says nothing.
function NotRead({ source: { capturedThrough, error } }: { readonly source: SourceStatus }) {
  const { t, i18n } = useTranslation();
  const toText = useErrorText();
  const what = error ? toText(error).what : '';
  const time = capturedThrough === null ? '' : toMoment(capturedThrough, Date.now(), i18n.language);
  return (
    <div className={shared.overList} role="status">
      <EmptyState
        icon={<IconCloudOff size={36} stroke={1.25} />}
        title={capturedThrough === null ? t('queue.empty.notRead') : t('queue.empty.stale', { time })}
        hint={t(capturedThrough === null ? 'queue.empty.notReadHint' : 'queue.empty.staleHint', { what })}
      />
    </div>
  );
}
