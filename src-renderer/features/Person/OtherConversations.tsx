import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { ChannelIcon, toChannel } from '../../ui/ChannelBadge.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './PersonPane.module.css';

/** The person's other conversations, the newest first; choosing one opens it. */
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
      <Bidi text={lastMessage.text.replace(/\s+/g, ' ')} cap={200} className={styles.snippet} />
    </button>
  );
}
