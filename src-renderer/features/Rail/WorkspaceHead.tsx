import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useLiveState } from './useLiveState.ts';
import styles from './WorkspaceHead.module.css';

/** The account of the workspace and its connection state; a click opens the capture screen. */
export function WorkspaceHead({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const { data } = useEngineQuery('system.info', {});
  const live = useLiveState();
  const account = data?.account;
  const name = account ? toName(account) : 'Perch';
  const isDemo = workspace.kind === 'demo';
  return (
    <Tooltip label={useHint(live, isDemo)} command="screen.capture" side="right">
      <button
        type="button"
        className={styles.head}
        data-folded={folded || undefined}
        onClick={() => useUi.getState().goTo('capture')}
      >
        <span className={styles.avatar}>
          <Avatar id={account?.id ?? ''} name={name} size={28} />
          <span className={styles.dot} data-state={live} />
        </span>
        <span className={styles.words}>
          <Bidi text={name} className={shared.listName} />
          <span className={styles.line}>
            {account && live === 'live' && (
              <Handle handle={account.handle} cap={14} className={styles.handle} />
            )}
            <span role="status" className={styles.state} data-state={live}>
              {isDemo && live === 'live' ? t('frame.demo') : t(`frame.${live}`)}
            </span>
          </span>
          <span className={shared.spoken}>{t('commands.goTo', { place: t('capture.title') })}</span>
        </span>
      </button>
    </Tooltip>
  );
}

/** A sentence about what the state means for capture. */
function useHint(live: ReturnType<typeof useLiveState>, isDemo: boolean): string {
  const { t } = useTranslation();
  const hints = {
    live: isDemo ? t('frame.demoHint') : t('frame.live'),
    offline: t('frame.offlineHint'),
    refused: t('frame.refusedHint'),
    noCredits: t('frame.noCreditsHint'),
    damaged: t('frame.damagedHint'),
    diskFull: t('frame.diskFullHint'),
    paused: t('frame.pausedHint'),
    capped: t('frame.cappedHint'),
    signedOut: t('frame.signedOutHint'),
    restarting: t('frame.engineRestarting'),
    stopped: t('frame.engineStopped'),
  };
  return hints[live];
}
