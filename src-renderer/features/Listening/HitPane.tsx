import {
  IconArrowRight,
  IconExternalLink,
  IconEye,
  IconEyeOff,
  IconInbox,
  IconUserOff,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { useEngineCommand } from '../../engine/hooks.ts';
import { MessageBody } from '../../messages/MessageBody.tsx';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { openConversation } from '../../state/ui.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChannelBadge } from '../../ui/ChannelBadge.tsx';
import { toName } from '../../ui/shownName.ts';
import { toExactTime } from '../../ui/time.ts';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import { useOnceSeen } from '../../workspace/useOnceSeen.ts';
import styles from './HitPane.module.css';
import { type Hit, toSearchNames } from './useHits.ts';

interface Props {
  readonly hit: Hit;
  readonly searches: readonly SavedSearch[];
  readonly isInSight: boolean;
}

/** A hit in full, with its actions. */
export function HitPane({ hit, searches, isInSight }: Props) {
  const { t, i18n } = useTranslation();
  const scroller = useFocusArea('conversation');
  const { author, at } = hit.message;
  const names = toSearchNames(hit, searches, i18n.language);
  useReadHit(hit, isInSight);
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={t('listening.foundHere')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <article className={styles.hit}>
        <header className={styles.head}>
          <PersonAvatar person={author} size={40} />
          <div className={styles.who}>
            <Bidi text={toName(author)} cap={80} className={styles.name} />
            <Handle handle={author.handle} className={styles.handle} />
          </div>
          <ChannelBadge channel="public" variant="tinted" />
        </header>
        <MessageBody message={hit.message} />
        <p className={styles.facts}>
          <time dateTime={new Date(at).toISOString()}>{toExactTime(at, i18n.language)}</time>
          {hit.language !== null && <span>{toLanguageName(hit.language, i18n.language)}</span>}
          {hit.sentiment !== null && <span>{t(`listening.sentiment.${hit.sentiment}`)}</span>}
          {names !== '' && <span>{t('listening.foundBy', { names })}</span>}
        </p>
        <HitActions hit={hit} />
      </article>
    </section>
  );
}

/** Marks a hit as read once it has been looked at for a while. */
function useReadHit({ message: { id }, unread }: Hit, isInSight: boolean): void {
  const markRead = useEngineCommand('listening.markRead', { quiet: true });
  const mark = useCallback(() => void markRead({ messageIds: [id] }), [id, markRead]);
  useOnceSeen(unread && isInSight, mark);
}

function HitActions({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const { takenAs, hidden } = hit;
  return (
    <div className={styles.actions}>
      {takenAs === null ? (
        <Button
          tone="primary"
          command="hit.take"
          icon={<IconInbox aria-hidden="true" size={15} stroke={1.75} />}
          onClick={() => registry.run('hit.take')}
        >
          {t('commands.takeHit')}
        </Button>
      ) : (
        <Button
          command="list.open"
          icon={<IconArrowRight aria-hidden="true" size={15} stroke={1.75} />}
          onClick={() => openConversation(takenAs)}
        >
          {t('commands.openConversation')}
        </Button>
      )}
      <HideButton hidden={hidden} />
      <BlockButton />
      <Button
        command="hit.openOnX"
        icon={<IconExternalLink aria-hidden="true" size={15} stroke={1.75} />}
        onClick={() => registry.run('hit.openOnX')}
      >
        {t('message.openOnX')}
      </Button>
    </div>
  );
}

/** Hides the post, or shows a hidden one again. */
function HideButton({ hidden }: Pick<Hit, 'hidden'>) {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const Eye = hidden ? IconEye : IconEyeOff;
  return (
    <Button
      command="hit.hide"
      icon={<Eye aria-hidden="true" size={15} stroke={1.75} />}
      onClick={() => registry.run('hit.hide')}
    >
      {t(hidden ? 'listening.unhide' : 'listening.hide')}
    </Button>
  );
}

/** Leaves the author's posts out of the Watchlist. */
function BlockButton() {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  return (
    <Button
      command="hit.block"
      icon={<IconUserOff aria-hidden="true" size={15} stroke={1.75} />}
      onClick={() => registry.run('hit.block')}
    >
      {t('listening.block')}
    </Button>
  );
}
