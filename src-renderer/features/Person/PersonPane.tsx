import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { toPreview } from '#shared/domain/ownHandles.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { ChannelIcon, toChannel } from '../../ui/ChannelBadge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Snippet } from '../../ui/Snippet.tsx';
import { toName, toShownName } from '../../ui/shownName.ts';
import { newestPage } from '../../workspace/useHistory.ts';
import { useOwnHandle } from '../../workspace/useOwnHandle.ts';
import { PersonExport } from './PersonExport.tsx';
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
  const { person, isVip, conversationCount, messageCount, conversations } = data;
  const others = conversations.filter((other) => other.id !== id);
  return (
    <section className={styles.pane} aria-label={t('person.label', { name: toShownName(toName(person)) })}>
      <PersonHead person={person} isVip={isVip} conversationId={id} />
      <PersonFacts person={person} conversationCount={conversationCount} messageCount={messageCount} />
      {/* That there are none, the beginning of the timeline says. */}
      {others.length > 0 && <OtherConversations conversations={others} />}
      <PersonExport person={person} conversationId={id} />
    </section>
  );
});

/** The person's other conversations, newest first; a click opens one. */
export function OtherConversations({ conversations }: { readonly conversations: readonly Conversation[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.others}>
      <h3 className={styles.heading}>{t('person.others')}</h3>
      <ul>
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <Other conversation={conversation} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Other({
  conversation: { id, status, lastMessage, person },
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTranslation();
  const channel = toChannel(lastMessage.kind);
  const ownHandle = useOwnHandle();
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
      <Snippet
        text={toPreview(lastMessage, { own: ownHandle, person: person.handle })}
        content={lastMessage.content}
        lang={lastMessage.lang}
        cap={200}
        className={styles.snippet}
      />
    </button>
  );
}
