import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { BackupLine } from './BackupLine.tsx';
import styles from './BackupSettings.module.css';

/** The backups of the workspace: how to make one, and how to go back to one. */
export function BackupSettings() {
  const { t } = useTranslation();
  const items = useEngineQuery('backups.list', {}).data?.items ?? [];
  const make = useEngineCommand('backups.make');
  const [isBusy, setBusy] = useState(false);
  const makeNow = async () => {
    setBusy(true);
    await make({});
    setBusy(false);
  };
  return (
    <>
      <SettingsLine label={t('backups.daily')} hint={t('backups.dailyHint')}>
        {() => (
          <Button disabled={isBusy} onClick={() => void makeNow()}>
            {t(isBusy ? 'backups.making' : 'backups.make')}
          </Button>
        )}
      </SettingsLine>
      <ul className={styles.list} aria-label={t('backups.title')}>
        {items.map((backup) => (
          <BackupLine key={backup.name} backup={backup} />
        ))}
      </ul>
    </>
  );
}
