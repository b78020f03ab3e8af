import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useOutboxActions } from '../../replies/useOutboxActions.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { ChannelIcon } from '../../ui/ChannelBadge.tsx';
import shared from '../../ui/shared.module.css';
import { toAddressee, toFirstName } from '../../ui/shownName.ts';
import { toCountdown } from '../../ui/time.ts';
import { useSecondsLeft } from '../../ui/useSecondsLeft.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { Toast } from './Toast.tsx';

interface Props {
  readonly entry: OutboxEntry;
  /** How many other replies are held. */
  readonly others: number;
  /** The command whose key takes it back, if one does. */
  readonly command: string | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** A reply while it can be taken back, whichever conversation it belongs to. It stays as long as that. */
export function HeldToast({ entry, others, command, onUndo, onDismiss }: Props) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  const showOutbox = () => {
    useUi.getState().goTo('outbox');
    useUi.getState().focusOn('list');
  };
  return (
    <Toast
      channel={entry.channel}
      icon={<ChannelIcon channel={entry.channel} />}
      words={<HeldWords entry={entry} />}
      onDismiss={onDismiss}
    >
      <Button size="small" {...(command ? { command } : {})} onClick={onUndo}>
        {t('message.undo')}
      </Button>
      <Button
        size="small"
        tone="quiet"
        onClick={() => void act.sendNow({ outboxId: entry.id, conversationId: entry.conversationId })}
      >
        {t('message.sendNow')}
      </Button>
      {others > 0 && (
        <Button size="small" tone="quiet" onClick={showOutbox}>
          {t('composer.moreHeld', { others })}
        </Button>
      )}
    </Toast>
  );
}

function HeldWords({ entry }: { readonly entry: OutboxEntry }) {
  const { t, i18n } = useTranslation();
  const seconds = useSecondsLeft(entry.status.kind === 'held' ? entry.status.until : null);
  const time = toCountdown(seconds, i18n.language);
  const { data } = useEngineQuery('conversations.get', newestPage(entry.conversationId));
  const person = data?.conversation.person ?? { id: '', handle: '…', name: '…' };
  const isPublic = entry.channel === 'public';
  const addressee = toAddressee(person);
  const name = toFirstName(person);
  return (
    <>
      <span aria-hidden="true" data-figures>
        {isPublic ? t('composer.heldPublic', { addressee, time }) : t('composer.heldDm', { name, time })}
      </span>
      <span className={shared.spoken}>
        {isPublic ? t('composer.heldPublicSpoken', { addressee }) : t('composer.heldDmSpoken', { name })}
      </span>
    </>
  );
}
