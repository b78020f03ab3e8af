import { IconArrowRight, IconExternalLink, IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { MessageBody } from '../../messages/MessageBody.tsx';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { openConversation } from '../../state/ui.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChannelBadge } from '../../ui/ChannelBadge.tsx';
import { toName } from '../../ui/shownName.ts';
import { toExactTime } from '../../ui/time.ts';
import styles from './HitPane.module.css';
import { type Hit, toSearchNames } from './useHits.ts';

interface Props {
  readonly hit: Hit;
  readonly searches: readonly SavedSearch[];
}

/** A hit in full, with its actions. */
export function HitPane({ hit, searches }: Props) {
  const { t, i18n } = useTranslation();
  const scroller = useFocusArea('conversation');
  const { author, at } = hit.message;
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
