import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toMessageKind } from '#shared/domain/message.ts';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { ReplyState } from '../../replies/ReplyState.tsx';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { asEntry } from '../../state/focus.ts';
import { openConversation } from '../../state/ui.ts';
import { Bidi, capText } from '../../ui/Bidi.tsx';
import { ChannelBadge } from '../../ui/ChannelBadge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import { toName, toShownName } from '../../ui/shownName.ts';
import styles from './Outbox.module.css';

const unknownPerson = { id: '', handle: '…', name: '…' };

/** A reply: to whom, on which channel, what, its status and what can be done about it. */
export function OutboxRow({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('conversations.get', { id: entry.conversationId, limit: 1 });
  const account = useEngineQuery('system.info', {}).data?.account ?? unknownPerson;
  const person = data?.conversation.person ?? unknownPerson;
  const shownName = toName(person);
  const name = toShownName(shownName);
  const channel = t(`channel.${entry.channel}`);
  const label = t('outbox.named', { name, channel, text: capText(entry.text, 200) });
  return (
    <li className={styles.entry} aria-label={label} data-channel={entry.channel} {...asEntry(entry.id)}>
      <PersonAvatar person={person} size={28} />
      <div className={styles.content}>
        <Head entry={entry} personName={shownName} />
        <p dir="auto" className={styles.text}>
          {capText(entry.text, 600)}
        </p>
        {entry.status.kind !== 'sent' && (
          <ReplyState
            status={entry.status}
            error={entry.error}
            parts={entry.parts}
            target={{ outboxId: entry.id, conversationId: entry.conversationId }}
            sentAs={{ author: account, kind: toMessageKind(entry.channel) }}
            personName={name}
          />
        )}
      </div>
      <IconButton
        label={t('outbox.openFor', { name })}
        icon={<IconArrowRight size={16} stroke={1.75} />}
        onClick={() => openConversation(entry.conversationId)}
      />
    </li>
  );
}

function Head({ entry, personName }: { readonly entry: OutboxEntry; readonly personName: string }) {
  return (
    <div className={styles.head}>
      <Bidi text={personName} cap={60} className={shared.listName} />
      <ChannelBadge channel={entry.channel} variant="tinted" />
      <span className={styles.agent}>
        <bdi>{capText(entry.agent, 30)}</bdi>
      </span>
      <RelativeTime at={entry.createdAt} className={styles.time} />
    </div>
  );
}
