import type { TFunction } from 'i18next';
import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { type LiveState, useLiveState } from '../../errors/useLiveState.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useAccountMenu } from './useAccountMenu.ts';
import styles from './WorkspaceHead.module.css';

/** The account of the workspace and its connection state; a click opens the menu of the account. */
export function WorkspaceHead({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const { data } = useEngineQuery('system.info', {});
  const live = useLiveState();
  const account = data?.account;
  const name = account ? toName(account) : 'Perch';
  const isDemo = workspace.kind === 'demo';
  return (
    <Tooltip label={useHint(live, isDemo)} side="right">
      <button type="button" className={styles.head} data-folded={folded || undefined} {...useMenuButton()}>
        <span className={styles.avatar}>
          <Avatar id={account?.id ?? ''} name={name} size={28} />
          <span className={styles.dot} data-state={live} />
        </span>
        <span className={styles.words}>
          <Bidi text={name} className={shared.listName} />
          <span className={styles.line}>
            {account && live === 'live' && <Handle handle={account.handle} className={styles.handle} />}
            <span role="status" className={styles.state} data-state={live}>
              {isDemo && live === 'live' ? t('frame.demo') : toWord(live, t)}
            </span>
          </span>
          <span className={shared.spoken}>{t('account.menu')}</span>
        </span>
      </button>
    </Tooltip>
  );
}

const toWord = (live: LiveState, t: TFunction): string =>
  live === 'readOnly' ? t('review.state') : t(`frame.${live}`);

/** What makes a button open the menu of the account, and close it again. */
function useMenuButton(): ComponentProps<'button'> {
  const { isOpen, open, close } = useAccountMenu();
  const closedAt = useRef(0);
  const pressedAt = useRef(0);
  useLayoutEffect(() => {
    if (!isOpen) closedAt.current = performance.now();
  }, [isOpen]);
  return {
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onPointerDown: ({ timeStamp }) => {
      pressedAt.current = timeStamp;
    },
    onClick: ({ currentTarget, detail }) => {
      const byKey = detail === 0;
      // A press outside of the menu, which includes this button, has already closed it.
      const hasClosed = !byKey && closedAt.current >= pressedAt.current;
      if (isOpen || hasClosed) close();
      else open(currentTarget, byKey);
    },
    onKeyDown: (event) => {
      if (pressedKey(event) !== 'ArrowDown') return;
      event.preventDefault();
      open(event.currentTarget, true);
    },
  };
}

/** A sentence about what the state means for capture. */
function useHint(live: LiveState, isDemo: boolean): string {
  const { t } = useTranslation();
  const hints = {
    live: isDemo ? t('frame.demoHint') : t('frame.live'),
    offline: t('frame.offlineHint'),
    troubled: t('frame.troubledHint'),
    refused: t('frame.refusedHint'),
    noCredits: t('frame.noCreditsHint'),
    damaged: t('frame.damagedHint'),
    diskFull: t('frame.diskFullHint'),
    paused: t('frame.pausedHint'),
    capped: t('frame.cappedHint'),
    signedOut: t('frame.signedOutHint'),
    readOnly: t('review.stateHint'),
    restarting: t('frame.engineRestarting'),
    stopped: t('frame.engineStopped'),
  };
  return hints[live];
}
