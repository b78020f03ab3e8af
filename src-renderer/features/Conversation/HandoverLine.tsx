import { IconMessageShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '#shared/domain/handover.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toShortDuration } from '../../ui/time.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import styles from './Conversation.module.css';

/** How far the handover of a conversation has come, in one quiet line, with what an agent can do now; nothing if it has none. */
export function HandoverLine({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { handover } = useEngineQuery('conversations.get', newestPage(conversationId)).data ?? {};
  const composed = useEngineQuery(
    'handover.compose',
    { conversationId },
    { enabled: handover?.state === 'arrived' || handover?.remindDue === true },
  ).data;
  const registry = useCommandRegistry();
  const words = useWords(handover);
  const isReadOnly = useIsReadOnly();
  if (!handover) return null;
  const action = handover.remindDue ? 'remind' : composed?.kind === 'closing' ? 'close' : null;
  return (
    <div className={styles.handover} data-state={handover.remindDue ? 'due' : handover.state}>
      <IconMessageShare aria-hidden="true" size={15} stroke={1.75} />
      <span>{words}</span>
      {action && !isReadOnly && (
        <Button
          size="small"
          tone="quiet"
          command="handover.write"
          onClick={() => registry.run('handover.write')}
        >
          {t(`handover.${action}`)}
        </Button>
      )}
    </div>
  );
}

function useWords(handover: Handover | undefined): string {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (!handover) return '';
  const { state, sentAt, remindedAt, arrivedAt, remindDue } = handover;
  const time = (ms: number) => toShortDuration(ms, i18n.language);
  if (remindDue) return t('handover.remindDue', { time: time(now - sentAt) });
  const ms = state === 'arrived' ? (arrivedAt ?? sentAt) - sentAt : now - (remindedAt ?? sentAt);
  return t(`handover.${state}`, { time: time(ms) });
}
