import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { View } from '#shared/domain/conversation.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useErrorText } from '../../errors/errorText.ts';
import { views } from '../../state/views.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import shared from '../../ui/shared.module.css';
import type { ListRows } from './useListRows.ts';

/** Shown in an empty list: what that means and the next key to press, or why it could not be loaded. */
export function ListEmpty({ view, rows }: { readonly view: View; readonly rows: ListRows }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  const counts = useEngineQuery('conversations.counts', {}).data?.counts;
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
  const empty = view === 'queue' && counts?.all === 0 ? 'first' : view;
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
