import { IconArrowRight, IconExternalLink, IconInbox } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { openConversation, useUi } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChannelBadge } from '../../ui/ChannelBadge.tsx';
import { toExactTime } from '../../ui/time.ts';
import { MessageMedia } from '../Conversation/message/MessageMedia.tsx';
import { MessageText } from '../Conversation/message/MessageText.tsx';
import styles from './HitPane.module.css';
import { toSearchNames } from './searchNames.ts';
import type { Hit } from './useHits.ts';

interface Props {
  readonly hit: Hit;
  readonly searches: readonly SavedSearch[];
}

/** A hit to read, with what can be done with it. */
export function HitPane({ hit, searches }: Props) {
  const { t, i18n } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area === 'conversation') scroller.current?.focus({ preventScroll: true });
  }, [focus]);
  const { author, text, links, media, at } = hit.message;
  const names = toSearchNames(hit, searches, i18n.language);
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
          <Avatar id={author.id} name={author.name} size={40} />
          <div className={styles.who}>
            <Bidi text={author.name} cap={80} className={styles.name} />
            <Handle handle={author.handle} className={styles.handle} />
          </div>
          <ChannelBadge channel="public" look="tinted" />
        </header>
        <MessageText text={text} links={links} />
        <MessageMedia media={media} />
        <p className={styles.facts}>
          <time dateTime={new Date(at).toISOString()}>{toExactTime(at, i18n.language)}</time>
          {names !== '' && <span>{t('listening.foundBy', { names })}</span>}
        </p>
        <HitActions hit={hit} />
      </article>
    </section>
  );
}

function HitActions({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const { takenAs } = hit;
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
