import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { toDayAndTime } from '../../ui/time.ts';
import { BannerUntilRead } from './BannerUntilRead.tsx';

/** Says whether the backup that somebody chose was restored, and how to go back, until somebody has read that. */
export function RestoreBanner() {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('system.info', {});
  const restored = data?.restored;
  if (!restored) return null;
  const { at, isDone, wayBackAt } = restored;
  const toTime = (ms: number) => ({ time: toDayAndTime(ms, i18n.language) });
  return (
    <BannerUntilRead isWarning={!isDone} dismissal="system.dismissRestored">
      {t(isDone ? 'backups.restored' : 'backups.notRestored', toTime(at))}
      {wayBackAt !== null && ` ${t('backups.goBack', toTime(wayBackAt))}`}
    </BannerUntilRead>
  );
}
