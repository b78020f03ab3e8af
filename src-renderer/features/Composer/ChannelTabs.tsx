import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '../../../shared/domain/person.ts';
import type { Channel } from '../../../shared/domain/reply.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { ChannelIcon } from '../../ui/ChannelBadge.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { toFirstName, toShownName } from '../Conversation/shownName.ts';
import styles from './ChannelTabs.module.css';
import type { Channels } from './toChannels.ts';

interface Props {
  readonly channels: Channels;
  readonly channel: Channel;
  readonly person: PersonSummary;
  /** Which channels have a draft. */
  readonly drafts: Readonly<Record<Channel, boolean>>;
  readonly onChange: (channel: Channel) => void;
}

/** In public or in private: the two ways to answer, with who gets it. A way that is not open says why. */
export function ChannelTabs({ channels, channel, person, drafts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={t('composer.channels')} className={styles.tabs}>
      {(['public', 'dm'] as const).map((each) => (
        <Tooltip
          key={each}
          side="top"
          command={each === 'public' ? 'answer.public' : 'answer.dm'}
          label={
            channels[each]
              ? t(`composer.obstacle.${channels[each]}`, { name: toShownName(person.name) })
              : t(each === 'public' ? 'channel.publicHint' : 'channel.dmHint')
          }
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a pressed look needs a button, one of two a radio */}
          <button
            type="button"
            role="radio"
            aria-checked={channel === each}
            tabIndex={channel === each ? 0 : -1}
            className={styles.tab}
            data-channel={each}
            data-blocked={channels[each] !== null || undefined}
            onClick={() => onChange(each)}
            onKeyDown={(event) => {
              if (event.key.startsWith('Arrow')) onChange(each === 'public' ? 'dm' : 'public');
            }}
          >
            <ChannelIcon channel={each} size={15} />
            <span className={styles.long}>
              {t(each === 'public' ? 'composer.publicTab' : 'composer.dmTab')}
            </span>
            <span className={styles.short}>{t(`channel.${each}`)}</span>
            {each === 'public' ? (
              <Handle handle={person.handle} cap={18} className={styles.who} />
            ) : (
              <Bidi text={toFirstName(person)} cap={26} className={styles.who} />
            )}
            {drafts[each] && channel !== each && (
              <span className={styles.draft}>
                <span className={styles.dot} aria-hidden="true" />
                {t('queue.draft')}
              </span>
            )}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
