import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import { toDayAndTime } from '../../ui/time.ts';
import { FolderLine } from './FolderLine.tsx';

type Settings = EngineOutput<'backups.settings'>;

interface Props {
  readonly settings: Settings;
  readonly save: (change: EngineInput<'backups.updateSettings'>) => Promise<boolean>;
}

/** The folder on another disk that gets a copy of each backup, and how recent the newest there is. */
export function BackupFolder({ settings, save }: Props) {
  const { t, i18n } = useTranslation();
  const [isCopying, setCopying] = useState(false);
  const copyTo = async (folder: string | null) => {
    setCopying(folder !== null);
    await save({ folder });
    setCopying(false);
  };
  return (
    <FolderLine
      label={t('backups.folder')}
      hint={toHint(t, settings, i18n.language)}
      isChosen={settings.folder !== null}
      busy={isCopying ? t('backups.copying') : null}
      onChange={(folder) => void copyTo(folder)}
    />
  );
}

function toHint(t: TFunction, { folder, newestInFolderAt, folderError }: Settings, language: string): string {
  if (folder === null) return t('backups.folderNone');
  if (folderError) return t('backups.folderFailed', { folder });
  if (newestInFolderAt === null) return t('backups.folderEmpty', { folder });
  return t('backups.folderCopied', { folder, time: toDayAndTime(newestInFolderAt, language) });
}
