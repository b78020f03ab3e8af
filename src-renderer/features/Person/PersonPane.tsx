import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { ChannelIcon, toChannel } from '../../ui/ChannelBadge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { toName, toShownName } from '../../ui/shownName.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonHead } from './PersonHead.tsx';
import styles from './PersonPane.module.css';

/** What is known about the person of a conversation. */
export const PersonPane = memo(function PersonPane({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const summary = useEngineQuery('conversations.get', newestPage(id)).data?.conversation.person;
  const { data, error } = useEngineQuery(
    'people.get',
    { id: summary?.id ?? '-' },
    { enabled: summary !== undefined },
  );
  if (error) return <EmptyState title={t('person.failed')} />;
  if (!data) return <div className={styles.pane} aria-busy="true" />;
  const { person, conversationCount, messageCount, conversations } = data;
  return (
    <section className={styles.pane} aria-label={t('person.label', { name: toShownName(toName(person)) })}>
      <PersonHead person={person} />
      <PersonFacts person={person} conversationCount={conversationCount} messageCount={messageCount} />
      <OtherConversations conversations={conversations.filter((other) => other.id !== id)} />
    </section>
  );
});

/** The person's other conversations, newest first; a click opens one. */
export function OtherConversations({ conversations }: { readonly conversations: readonly Conversation[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.others}>
      <h3 className={styles.heading}>{t('person.others')}</h3>
      {conversations.length === 0 ? (
        <p className={styles.none}>{t('person.noOthers')}</p>
      ) : (
        <ul>
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              <Other conversation={conversation} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Other({ conversation: { id, status, lastMessage } }: { readonly conversation: Conversation }) {
  const { t } = useTranslation();
  const channel = toChannel(lastMessage.kind);
  return (
    <button type="button" className={styles.other} onClick={() => useUi.getState().select(id)}>
      <span className={styles.otherHead}>
        <ChannelIcon channel={channel} size={13} />
        <span className={styles.channelWord} data-channel={channel}>
          {t(`channel.${channel}`)}
        </span>
        <span data-status={status} className={styles.status}>
          {t(`status.${status}`)}
        </span>
        <RelativeTime at={lastMessage.at} className={styles.when} />
      </span>
      <Bidi
        text={
          lastMessage.content === null
            ? lastMessage.text.replace(/\s+/g, ' ')
            : t(`message.content.${lastMessage.content}`)
        }
        cap={200}
        lang={lastMessage.content === null ? lastMessage.lang : null}
        className={styles.snippet}
      />
    </button>
  );
}
