import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { useOutboxActions } from '../../../replies/useOutboxActions.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import shared from '../../../ui/shared.module.css';
import { toAddressee, toFirstName } from '../../../ui/shownName.ts';
import { useSecondsLeft } from '../../../ui/useSecondsLeft.ts';
import { newestPage } from '../../../workspace/useHistory.ts';
import styles from './HeldBar.module.css';

const SEARCHED_ENTRIES = 20;

/** The latest reply while its undo time runs, whichever conversation it belongs to. */
export function HeldBar() {
  const { t } = useTranslation();
  const { data } = useEngineQuery('outbox.list', { limit: SEARCHED_ENTRIES });
  const held = data?.items.find(({ status }) => status.kind === 'held');
  const act = useOutboxActions();
  useCommands([
    {
      id: 'reply.undo',
      keys: ['z'],
      label: t('composer.undoSend'),
      group: 'write',
      when: () => held !== undefined,
      run: () => {
        if (held) void act.undo(toTarget(held));
      },
    },
  ]);
  if (!held) return null;
  return (
    <div className={styles.bar} data-channel={held.channel} role="status">
      <HeldWords entry={held} />
      <Button size="small" command="reply.undo" onClick={() => void act.undo(toTarget(held))}>
        {t('message.undo')}
      </Button>
      <Button
        size="small"
        tone="quiet"
        className={styles.later}
        onClick={() => void act.sendNow(toTarget(held))}
      >
        {t('message.sendNow')}
      </Button>
    </div>
  );
}

function HeldWords({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(entry.status.kind === 'held' ? entry.status.until : null);
  const { data } = useEngineQuery('conversations.get', newestPage(entry.conversationId));
  const person = data?.conversation.person ?? { id: '', handle: '…', name: '…' };
  const isPublic = entry.channel === 'public';
  const addressee = toAddressee(person);
  const name = toFirstName(person);
  return (
    <span className={styles.words}>
      <ChannelIcon channel={entry.channel} />
      <span aria-hidden="true" data-figures>
        {isPublic
          ? t('composer.heldPublic', { addressee, seconds })
          : t('composer.heldDm', { name, seconds })}
      </span>
      <span className={shared.spoken}>
        {isPublic ? t('composer.heldPublicSpoken', { addressee }) : t('composer.heldDmSpoken', { name })}
      </span>
    </span>
  );
}

function toTarget({ id, conversationId }: OutboxEntry) {
  return { outboxId: id, conversationId };
}
