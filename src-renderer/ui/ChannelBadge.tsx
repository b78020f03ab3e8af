import { IconLock, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageKind } from '#shared/domain/message.ts';
import type { Channel } from '#shared/domain/reply.ts';
import styles from './ChannelBadge.module.css';
import shared from './shared.module.css';

/** The channel of a kind of message. */
export function toChannel(kind: MessageKind): Channel {
  return kind === 'post' ? 'public' : 'dm';
}

/** The icon of a channel: a globe for public, a lock for private. */
export function ChannelIcon({ channel, size = 14 }: { readonly channel: Channel; readonly size?: number }) {
  const Icon = channel === 'public' ? IconWorld : IconLock;
  return <Icon aria-hidden="true" size={size} stroke={1.75} className={styles.icon} data-channel={channel} />;
}

interface Props {
  readonly channel: Channel;
  /** plain: coloured text. tinted: a chip in its colour. icon: the word is for screen readers and the tooltip. */
  readonly variant?: 'plain' | 'tinted' | 'icon';
}

/** A channel as icon and word, in its colour. */
export function ChannelBadge({ channel, variant = 'plain' }: Props) {
  const { t } = useTranslation();
  const word = t(`channel.${channel}`);
  const isIcon = variant === 'icon';
  return (
    <span
      className={styles.badge}
      data-channel={channel}
      data-variant={variant}
      title={isIcon ? word : undefined}
    >
      <ChannelIcon channel={channel} size={13} />
      {isIcon ? <span className={shared.spoken}>{word}</span> : word}
    </span>
  );
}
