import { BackupSettings } from '#shared/domain/backup.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const defaults: BackupSettings = { every: 'day', folder: null };

/** How the workspace is backed up; the defaults if what is stored is missing or fails validation. */
export function getBackupSettings(db: Db): BackupSettings {
  return BackupSettings.safeParse(getSetting(db, 'backups')).data ?? defaults;
}

/** Stores some of the settings and leaves the others as they are. */
export function putBackupSettings(db: Db, changed: Partial<BackupSettings>): void {
  putSetting(db, 'backups', { ...getBackupSettings(db), ...changed });
}
