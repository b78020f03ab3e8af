import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupInterval } from '#shared/domain/backup.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { useChoosePath } from '../../shell/useChoosePath.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { BackupFolder } from './BackupFolder.tsx';
import { BackupLine } from './BackupLine.tsx';
import styles from './SettingsList.module.css';

/** The backups of the workspace: when and where they are made, and how to go back to one. */
export function BackupSettings() {
  const { t } = useTranslation();
  const items = useEngineQuery('backups.list', {}).data?.items ?? [];
  const { data: settings } = useEngineQuery('backups.settings', {});
  const save = useSave(engineKey('backups.settings', {}), useEngineCommand('backups.updateSettings'));
  return (
    <>
      {settings && (
        <>
          <SettingsLine label={t('backups.every')} hint={t('backups.everyHint')}>
            {(id) => (
              <Select
                labelledBy={id}
                value={settings.every}
                choices={BackupInterval.options.map((value) => ({
                  value,
                  label: t(`backups.everyChoices.${value}`),
                }))}
                onChange={(every) => void save({ every })}
              />
            )}
          </SettingsLine>
          <BackupFolder settings={settings} save={save} />
        </>
      )}
      <BackupNow />
      <ul className={styles.list} aria-label={t('backups.title')}>
        {items.map((backup) => (
          <BackupLine key={backup.name} backup={backup} />
        ))}
      </ul>
    </>
  );
}

/** Makes a backup, or takes one from a file. */
function BackupNow() {
  const { t } = useTranslation();
  const make = useEngineCommand('backups.make');
  const add = useEngineCommand('backups.add');
  const choose = useChoosePath('files.chooseBackup');
  const [busy, setBusy] = useState<'making' | 'adding' | null>(null);
  const run = async (what: 'making' | 'adding', work: () => Promise<unknown>) => {
    setBusy(what);
    await work();
    setBusy(null);
  };
  const addChosen = async () => {
    const path = await choose();
    if (path !== null) await run('adding', () => add({ path }));
  };
  return (
    <SettingsLine label={t('backups.now')} hint={t('backups.nowHint')}>
      {() => (
        <div className={styles.buttons}>
          <Button tone="quiet" disabled={busy !== null} onClick={() => void addChosen()}>
            {t(busy === 'adding' ? 'backups.adding' : 'backups.add')}
          </Button>
          <Button disabled={busy !== null} onClick={() => void run('making', () => make({}))}>
            {t(busy === 'making' ? 'backups.making' : 'backups.make')}
          </Button>
        </div>
      )}
    </SettingsLine>
  );
}
