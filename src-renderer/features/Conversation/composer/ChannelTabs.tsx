import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { Bidi, Handle } from '../../../ui/Bidi.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { pressedKey } from '../../../ui/pressedKey.ts';
import { toFirstName, toName, toShownName } from '../../../ui/shownName.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import styles from './ChannelTabs.module.css';
import type { Channels, ClosedReason } from './toChannels.ts';

interface Props {
  readonly channels: Channels;
  readonly channel: Channel;
  readonly person: PersonSummary;
  /** Which channels have a draft. */
  readonly drafts: Readonly<Record<Channel, boolean>>;
  readonly onChange: (channel: Channel) => void;
}

/** The two channels of a reply, each with its recipient. The tooltip of a closed channel says why it is closed. */
export function ChannelTabs({ channels, channel, person, drafts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={t('composer.channels')} className={styles.tabs}>
      {(['public', 'dm'] as const).map((each) => (
        <Tab
          key={each}
          channel={each}
          isChosen={channel === each}
          closedReason={channels[each]}
          hasDraft={drafts[each]}
          person={person}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

interface TabProps {
  readonly channel: Channel;
  readonly isChosen: boolean;
  readonly closedReason: ClosedReason | null;
  readonly hasDraft: boolean;
  readonly person: PersonSummary;
  readonly onChange: (channel: Channel) => void;
}

function Tab({ channel, isChosen, closedReason, hasDraft, person, onChange }: TabProps) {
  const { t } = useTranslation();
  const isPublic = channel === 'public';
  const hint = closedReason
    ? t(`composer.closed.${closedReason}`, { name: toShownName(toName(person)) })
    : t(isPublic ? 'channel.publicHint' : 'channel.dmHint');
  return (
    <Tooltip side="top" command={isPublic ? 'reply.public' : 'reply.dm'} label={hint}>
      {/* biome-ignore lint/a11y/useSemanticElements: it looks and works like one of two buttons */}
      <button
        type="button"
        role="radio"
        aria-checked={isChosen}
        tabIndex={isChosen ? 0 : -1}
        className={styles.tab}
        data-channel={channel}
        data-blocked={closedReason !== null || undefined}
        onClick={() => onChange(channel)}
        onKeyDown={(event) => {
          if (pressedKey(event)?.startsWith('Arrow')) onChange(isPublic ? 'dm' : 'public');
        }}
      >
        <ChannelIcon channel={channel} size={15} />
        <span className={styles.long}>{t(isPublic ? 'composer.publicTab' : 'composer.dmTab')}</span>
        <span className={styles.short}>{t(`channel.${channel}`)}</span>
        <Recipient person={person} channel={channel} />
        {hasDraft && !isChosen && <DraftMark />}
      </button>
    </Tooltip>
  );
}

function Recipient({ person, channel }: { readonly person: PersonSummary; readonly channel: Channel }) {
  return channel === 'public' && person.handle !== '' ? (
    <Handle handle={person.handle} cap={18} className={styles.who} />
  ) : (
    <Bidi text={toFirstName(person)} cap={26} className={styles.who} />
  );
}

function DraftMark() {
  const { t } = useTranslation();
  return (
    <span className={styles.draft} title={t('queue.draft')}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.draftWord}>{t('queue.draft')}</span>
    </span>
  );
}
