import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { useFind } from '../../state/find.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi, capText } from '../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import { NameAndHandle } from '../../ui/NameAndHandle.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import { toName, toShownName } from '../../ui/shownName.ts';
import { toLanguageTag } from '../../ui/toLanguageTag.ts';
import { openResultOf } from './activeResult.ts';
import styles from './Search.module.css';
import { toSnippetParts } from './snippet.ts';

type Hit = EngineOutput<'search.messages'>['items'][number];

interface PersonProps {
  readonly row: Conversation;
  readonly isActive: boolean;
  readonly elementId: string;
}

/** A person that was found, with the status of their latest conversation. */
export const PersonResult = memo(function PersonResult({ row, isActive, elementId }: PersonProps) {
  const { t } = useTranslation();
  const isOpen = useUi((state) => state.selectedId === row.id);
  const isHitOpen = useFind((find) => find.hit !== null);
  return (
    <Result
      elementId={elementId}
      isActive={isActive}
      isOpen={isOpen && !isHitOpen}
      open={() => useUi.getState().select(row.id)}
    >
      <PersonAvatar person={row.person} size={28} />
      <div className={styles.words}>
        <span className={shared.rowLine}>
          <NameAndHandle
            name={toName(row.person)}
            handle={row.person.handle}
            cap={20}
            className={shared.listName}
          />
        </span>
        <span className={styles.quiet}>
          {t(`status.${row.status}`)} · <RelativeTime at={row.lastMessage.at} />
        </span>
      </div>
    </Result>
  );
});

interface MessageProps {
  readonly hit: Hit;
  readonly isActive: boolean;
}

/** A message that was found, with the matches marked. It is drawn anew only if it changes: each letter brings the results of each kind one after the other. */
export const MessageResult = memo(function MessageResult({ hit, isActive }: MessageProps) {
  const { message, person } = hit;
  const face = message.direction === 'out' && person ? person : message.author;
  const isOpen = useFind((find) => find.hit?.messageId === message.id);
  const elementId = `hit-${message.id}`;
  return (
    <Result elementId={elementId} isActive={isActive} isOpen={isOpen} open={() => openResultOf(elementId)}>
      <PersonAvatar person={face} size={28} />
      <div className={styles.words}>
        <span className={shared.rowLine}>
          <HitName hit={hit} />
          <ChannelBadge channel={toChannel(message.kind)} />
          <RelativeTime at={message.at} className={styles.time} />
        </span>
        <bdi dir="auto" lang={toLanguageTag(message.lang)} className={styles.snippet}>
          {toSnippetParts(hit.snippet).map((part, index) => {
            const shown = capText(part.text, 300);
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a snippet never change their order
            return part.isHit ? <mark key={index}>{shown}</mark> : <span key={index}>{shown}</span>;
          })}
        </bdi>
      </div>
    </Result>
  );
});

/** Who wrote a message; of own ones, to whom. */
function HitName({ hit: { message, person } }: Pick<MessageProps, 'hit'>) {
  const { t } = useTranslation();
  const isOwn = message.direction === 'out' && person !== null;
  const name = isOwn ? t('find.youTo', { name: toShownName(toName(person)) }) : toName(message.author);
  return <Bidi text={name} cap={80} className={shared.listName} />;
}

interface ResultProps {
  readonly elementId: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly children: React.ReactNode;
}

export function Result({ elementId, isActive, isOpen, open, children }: ResultProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search field has the focus and points to the result
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
    <div
      role="option"
      id={elementId}
      aria-selected={isActive}
      className={styles.result}
      data-open={isOpen || undefined}
      onClick={open}
    >
      {children}
    </div>
  );
}
