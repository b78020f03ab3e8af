import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupInterval } from '#shared/domain/backup.ts';
import { engineKey, useEngineCommand, useEngineQuery, useSave } from '../../engine/hooks.ts';
import { useChoosePath } from '../../shell/useChoosePath.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import shared from '../../ui/shared.module.css';
import { useBusy } from '../../ui/useBusy.ts';
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

type Step = 'making' | 'made' | 'adding' | 'added';

/** Makes a backup, or takes one from a file. The buttons keep the focus meanwhile, and a screen reader hears what became of it. */
function BackupNow() {
  const { t } = useTranslation();
  const make = useEngineCommand('backups.make', { sendsAgain: 1 });
  const add = useEngineCommand('backups.add');
  const choose = useChoosePath('files.chooseBackup');
  const { isBusy, run } = useBusy();
  const [step, setStep] = useState<Step | null>(null);
  const go = async (begun: Step, done: Step, work: () => Promise<{ readonly ok: boolean }>) =>
    await run(async () => {
      setStep(begun);
      const { ok } = await work();
      setStep(ok ? done : null);
    });
  const addChosen = async () => {
    if (isBusy) return;
    const path = await choose();
    if (path !== null) await go('adding', 'added', () => add({ path }));
  };
  return (
    <SettingsLine label={t('backups.now')} hint={t('backups.nowHint')}>
      {() => (
        <div className={styles.buttons}>
          <span className={shared.spoken} role="status">
            {step && t(`backups.${step}`)}
          </span>
          <Button tone="quiet" aria-disabled={isBusy} onClick={() => void addChosen()}>
            {t(step === 'adding' ? 'backups.adding' : 'backups.add')}
          </Button>
          <Button aria-disabled={isBusy} onClick={() => void go('making', 'made', () => make({}))}>
            {t(step === 'making' ? 'backups.making' : 'backups.make')}
          </Button>
        </div>
      )}
    </SettingsLine>
  );
}
