import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/domain/reply.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import styles from './Toasts.module.css';

interface Props {
  readonly icon: ReactNode;
  readonly words: ReactNode;
  /** late: something has failed. */
  readonly tone?: 'late';
  /** Set for a reply. */
  readonly channel?: Channel;
  readonly onDismiss: () => void;
  /** Called when the pointer or the focus comes or goes. */
  readonly onAttention?: (isThere: boolean) => void;
  /** Buttons. */
  readonly children?: ReactNode;
}

/** A card that says what was done. Escape inside it dismisses it. */
export function Toast({ icon, words, tone, channel, onDismiss, onAttention, children }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button that dismisses it is a control, this is its shortcut
    <div
      className={styles.toast}
      data-channel={channel}
      data-tone={tone}
      onPointerEnter={() => onAttention?.(true)}
      onPointerLeave={() => onAttention?.(false)}
      onFocus={() => onAttention?.(true)}
      onBlur={() => onAttention?.(false)}
      onKeyDown={(event) => {
        if (pressedKey(event) !== 'Escape') return;
        event.preventDefault();
        onDismiss();
      }}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.words}>{words}</span>
      <IconButton
        label={t('frame.dismiss')}
        side="top"
        className={styles.close ?? ''}
        icon={<IconX size={14} />}
        onClick={onDismiss}
      />
      {children && <span className={styles.buttons}>{children}</span>}
    </div>
  );
}
