import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toName, toShownName } from '../../ui/shownName.ts';
import { toExactTime, toListTime } from '../../ui/time.ts';
import styles from './Rules.module.css';

interface Props {
  /** Null for a post that is in none, which stands in the Watchlist. */
  readonly conversationId: string | null;
  readonly person: PersonSummary;
  readonly at: number;
  /** What it says beside the person. */
  readonly children: ReactNode;
  /** Called before the dialog closes. */
  readonly onOpen?: () => void;
}

/** A conversation or a post in a list about rules; pressing it opens the conversation, or the Watchlist. */
export function ConversationLine({ conversationId, person, at, children, onOpen }: Props) {
  const { i18n } = useTranslation();
  const now = useNow();
  const open = () => {
    onOpen?.();
    useUi.getState().show('none');
    if (conversationId === null) useUi.getState().goTo('listening');
    else openConversation(conversationId);
  };
  return (
    <button type="button" className={styles.match} onClick={open}>
      <span className={styles.person}>
        <bdi>{toShownName(toName(person))}</bdi> <bdi className={styles.handle}>@{person.handle}</bdi>
      </span>
      <time title={toExactTime(at, i18n.language)}>{toListTime(at, now, i18n.language)}</time>
      <span className={styles.said}>{children}</span>
    </button>
  );
}
