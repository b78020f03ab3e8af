import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import { useChoosePath } from '../../shell/useChoosePath.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './BackupSettings.module.css';

type Settings = EngineOutput<'backups.settings'>;

interface Props {
  readonly settings: Settings;
  readonly save: (change: EngineInput<'backups.updateSettings'>) => Promise<boolean>;
}

/** The folder on another disk that gets a copy of each backup, and how recent the newest there is. */
export function BackupFolder({ settings, save }: Props) {
  const { t, i18n } = useTranslation();
  const choose = useChoosePath('files.chooseFolder');
  const [isCopying, setCopying] = useState(false);
  const change = async () => {
    const folder = await choose();
    if (folder === null) return;
    setCopying(true);
    await save({ folder });
    setCopying(false);
  };
  const isChosen = settings.folder !== null;
  return (
    <SettingsLine label={t('backups.folder')} hint={toHint(t, settings, i18n.language)}>
      {() => (
        <div className={styles.buttons}>
          {isChosen && (
            <Button tone="quiet" disabled={isCopying} onClick={() => void save({ folder: null })}>
              {t('backups.noFolder')}
            </Button>
          )}
          <Button disabled={isCopying} onClick={() => void change()}>
            {t(isCopying ? 'backups.copying' : isChosen ? 'backups.changeFolder' : 'backups.chooseFolder')}
          </Button>
        </div>
      )}
    </SettingsLine>
  );
}

function toHint(t: TFunction, { folder, newestInFolderAt, folderError }: Settings, language: string): string {
  if (folder === null) return t('backups.folderNone');
  if (folderError) return t('backups.folderFailed', { folder });
  if (newestInFolderAt === null) return t('backups.folderEmpty', { folder });
  return t('backups.folderCopied', { folder, time: toDayAndTime(newestInFolderAt, language) });
}
