import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useUi } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, capText, Handle } from '../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import { toLanguageTag } from '../../ui/toLanguageTag.ts';
import styles from './Search.module.css';
import { toSnippetParts } from './snippet.ts';

type Hit = EngineOutput<'search.messages'>['items'][number];

/** A person that was found, with the status of their latest conversation. */
export function PersonResult({ row, isActive }: { readonly row: Conversation; readonly isActive: boolean }) {
  const { t } = useTranslation();
  return (
    <Result elementId={`person-${row.id}`} conversationId={row.id} isActive={isActive}>
      <Avatar id={row.person.id} name={toName(row.person)} size={28} />
      <div className={styles.words}>
        <span className={shared.rowLine}>
          <Bidi text={toName(row.person)} cap={80} className={shared.listName} />
          <Handle handle={row.person.handle} cap={20} className={styles.quiet} />
        </span>
        <span className={styles.quiet}>
          {t(`status.${row.status}`)} · <RelativeTime at={row.lastMessage.at} />
        </span>
      </div>
    </Result>
  );
}

/** A message that was found, with the matches marked. */
export function MessageResult({ hit, isActive }: { readonly hit: Hit; readonly isActive: boolean }) {
  const { message } = hit;
  return (
    <Result elementId={`hit-${message.id}`} conversationId={hit.conversationId} isActive={isActive}>
      <Avatar id={message.author.id} name={toName(message.author)} size={28} />
      <div className={styles.words}>
        <span className={shared.rowLine}>
          <Bidi text={toName(message.author)} cap={80} className={shared.listName} />
          <ChannelBadge channel={toChannel(message.kind)} />
          <RelativeTime at={message.at} className={styles.time} />
        </span>
        <bdi dir="auto" lang={toLanguageTag(message.lang)} className={styles.snippet}>
          {toSnippetParts(hit.snippet).map((part, index) => {
            const text = capText(part.text, 300);
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a snippet never change their order
            return part.isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>;
          })}
        </bdi>
      </div>
    </Result>
  );
}

interface ResultProps {
  readonly elementId: string;
  readonly conversationId: string | null;
  readonly isActive: boolean;
  readonly children: React.ReactNode;
}

function Result({ elementId, conversationId, isActive, children }: ResultProps) {
  const isOpen = useUi((state) => state.selectedId !== null && state.selectedId === conversationId);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search field has the focus and points to the result
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
    <div
      role="option"
      id={elementId}
      aria-selected={isActive}
      className={styles.result}
      data-open={isOpen || undefined}
      onClick={() => conversationId && useUi.getState().select(conversationId)}
    >
      {children}
    </div>
  );
}
