import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '#shared/result.ts';
import { useEngineLink } from '../../engine/EngineProvider.tsx';
import { useEngineCommand, useEngineEvent, useEngineQuery } from '../../engine/hooks.ts';
import { ErrorWhat } from '../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../errors/errorText.ts';
import { RecoveryButtons } from '../../errors/RecoveryButtons.tsx';
import { useLiveError, useLiveState, useStoreError } from '../../errors/useLiveState.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useStoreTrouble } from '../../state/storeTrouble.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toDollars } from '../../ui/money.ts';
import { useMonth } from '../Costs/MonthGauge.tsx';
import { CrisisBanner } from './CrisisBanner.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import styles from './Frame.module.css';
import { LedgerBanner } from './LedgerBanner.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { RestoreBanner } from './RestoreBanner.tsx';
import { SalvageBanner } from './SalvageBanner.tsx';
import { SpikeBanner } from './SpikeBanner.tsx';
import { WeeklyReportBanner } from './WeeklyReportBanner.tsx';

/**
 * Banners for a stopped engine, a store that takes nothing new or is being checked, a lost login, an X that cannot be read, a search index in the making, a month close to its
 * cap, crisis mode, a spike, an export, a file that is only read, what was saved of a damaged store, what became of a restore, a damaged
 * record of who was erased, and a weekly report that could not be written.
 */
export function Banners() {
  useResumedCapture();
  const isReadOnly = useIsReadOnly();
  return (
    <>
      {isReadOnly && <ReadOnlyBanner />}
      <LiveBanner />
      <CrisisBanner />
      <ExportProgress />
      <SpikeBanner />
      <SalvageBanner />
      <RestoreBanner />
      <LedgerBanner />
      {!isReadOnly && <WeeklyReportBanner />}
    </>
  );
}

/** Polls as soon as the store takes something again, so that capture goes on without waiting for its turn. */
function useResumedCapture(): void {
  const link = useEngineLink();
  const isBroken = useStoreTrouble((state) => state.error !== null);
  const wasBroken = useRef(isBroken);
  useEngineEvent((event) => {
    // A poll cycle ends only if it could be stored.
    if (event.name !== 'capture.polled') return;
    wasBroken.current = false;
    useStoreTrouble.getState().see(ok(null));
  });
  useEffect(() => {
    if (wasBroken.current && !isBroken) void link.call('capture.pollNow', {});
    wasBroken.current = isBroken;
  }, [isBroken, link]);
}

function LiveBanner() {
  const { t } = useTranslation();
  const shell = useShell();
  const live = useLiveState();
  if (live === 'restarting')
    return (
      <p role="status" className={styles.banner} data-tone="due">
        {t('frame.engineRestarting')}
      </p>
    );
  if (live === 'stopped')
    return (
      <div role="alert" className={styles.banner} data-tone="danger">
        <span>{t('frame.engineStopped')}</span>
        <Button size="small" onClick={() => void shell.call('engine.restart', {})}>
          {t('frame.restartEngine')}
        </Button>
      </div>
    );
  if (live === 'signedOut')
    return (
      <div role="alert" className={styles.banner} data-tone="due">
        <span>{t('frame.signedOutHint')}</span>
        <Button size="small" onClick={() => useUi.getState().show('connect')}>
          {t('frame.connectAgain')}
        </Button>
      </div>
    );
  if (live === 'damaged' || live === 'diskFull') return <StoreBanner />;
  return (
    <>
      {(live === 'offline' || live === 'troubled') && <UnreadBanner />}
      <CheckingBanner />
      <IndexBanner />
      <CostBanner />
    </>
  );
}

/** Says that a workspace is checked that was not closed properly, and what can be done meanwhile. */
function CheckingBanner() {
  const toText = useErrorText();
  const error = useLiveError();
  if (error?.code !== 'storeChecking') return null;
  const { what, safe, todo } = toText(error);
  return (
    <div role="status" className={styles.banner}>
      <span>
        {what}. {safe} {todo}
      </span>
    </div>
  );
}

/** Says why X cannot be read, such as that it has problems, and offers to check it at once. */
function UnreadBanner() {
  const { t } = useTranslation();
  const toText = useErrorText();
  const error = useLiveError();
  const pollNow = useEngineCommand('capture.pollNow', { quiet: true });
  return (
    <div role="status" className={styles.banner} data-tone="due">
      <span>
        {error && <ErrorWhat text={toText(error)} />} {t('desktop.repliesWait')}
      </span>
      <Button size="small" onClick={() => void pollNow({})}>
        {t('commands.pollNow')}
      </Button>
    </div>
  );
}

/** Says how far the search index is while it is being built. The figure is not spoken, since it changes all the time. */
function IndexBanner() {
  const { t, i18n } = useTranslation();
  const { data: status } = useEngineQuery('search.status', {});
  if (!status || status.indexed >= status.total) return null;
  const share = status.indexed / status.total;
  return (
    <div className={styles.banner}>
      <span role="status">{t('frame.indexing')}</span>
      <span aria-hidden="true" data-figures>
        {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(Math.floor(share * 100) / 100)}
      </span>
    </div>
  );
}

/** Says why nothing is stored, and offers what can be done about it. */
function StoreBanner() {
  const shell = useShell();
  const toText = useErrorText();
  const error = useStoreError();
  if (!error) return null;
  const { what, safe, todo } = toText(error);
  // A store that is open and intact goes on by itself once it can be written.
  const isOver = error.code !== 'storeUnwritable' || error.reading;
  return (
    <div role="alert" className={styles.banner} data-tone="danger">
      <span>
        {what}. {safe} {todo}
      </span>
      {isOver && (
        <RecoveryButtons
          error={error}
          onChoose={(recover) => void shell.call('workspace.reopen', { recover })}
        />
      )}
    </div>
  );
}

/** Says that the month nears its cap or has reached it; hidden on the costs screen, which shows it anyway. */
export function CostBanner() {
  const { t, i18n } = useTranslation();
  const month = useMonth();
  const isThere = useUi((state) => state.screen === 'costs');
  const [isDismissed, setDismissed] = useState(false);
  if (!month || month.capUsd === null || month.state === 'fine' || isThere) return null;
  const spent = toDollars(month.spentUsd, i18n.language);
  const cap = toDollars(month.capUsd, i18n.language);
  const isStopped = month.state === 'stopped';
  const showCosts = () => {
    useUi.getState().goTo('costs');
    useUi.getState().focusOn(isStopped ? 'cap' : 'list');
  };
  const dismiss = () => {
    setDismissed(true);
    useUi.getState().focusOn('list');
  };
  if (isDismissed && !isStopped) return null;
  return (
    <div role="status" className={styles.banner} data-tone={isStopped ? 'danger' : 'due'}>
      <span>{isStopped ? t('costs.bannerStopped', { cap }) : t('costs.bannerWarned', { spent, cap })}</span>
      <Button size="small" onClick={showCosts}>
        {isStopped ? t('desktop.raiseCap') : t('commands.goTo', { place: t('costs.title') })}
      </Button>
      {!isStopped && <IconButton label={t('frame.dismiss')} icon={<IconX size={14} />} onClick={dismiss} />}
    </div>
  );
}
