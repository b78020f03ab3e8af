import { z } from 'zod';
import { Backup, BackupFacts, BackupName, BackupSettings } from '../../domain/backup.ts';
import { AppError } from '../../errors.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

const Settings = BackupSettings.extend({
  /** When the newest backup in the folder was begun; null if there is no folder, or none in it that can be seen now. */
  newestInFolderAt: z.number().nullable(),
  /** Why the newest backup is not in the folder, such as a disk that is not there; null if it is, or is being copied. */
  folderError: AppError.nullable(),
});

/** Copies of the workspace on this machine. */
export const backupsMethods = {
  'backups.list': method('query', 'Lists the backups of the workspace, the newest first.', {
    input: none,
    output: z.object({ items: z.array(Backup) }),
  }),
  'backups.make': method(
    'command',
    'Makes a backup now and checks it; others get their turn meanwhile. Fails with `storeUnwritable` if the disk is too full, and with `storeCorrupt` if the workspace turns out to be damaged.',
    { input: none, output: Backup },
  ),
  'backups.inspect': method(
    'query',
    'Checks a backup and says what is in it. Fails with `notRestored` if it is gone or damaged.',
    { input: z.strictObject({ name: BackupName }), output: BackupFacts },
  ),
  'backups.add': method(
    'command',
    'Copies a file that is a backup of this workspace, such as one from the folder of another disk, among its backups. Fails with `fileNotRead`, `notRestored` if it is none or damaged, `storeFromFuture`, `backupOfOther` if it is of another account, and `storeUnwritable`.',
    { input: z.strictObject({ path: z.string().min(1) }), output: Backup },
  ),
  'backups.announceRestore': method(
    'command',
    'Records that a backup is about to be restored, which happens at a start with `--restore`: should it never come to that, `system.info` says so. Fails with `notRestored` if it is gone.',
    { input: z.strictObject({ name: BackupName }), output: none },
  ),
  'backups.settings': method('query', 'Returns how the workspace is backed up.', {
    input: none,
    output: Settings,
  }),
  'backups.updateSettings': method(
    'command',
    'Changes how the workspace is backed up. A folder gets a copy of the newest backup first, in a folder of its own; one is made if there is none. Fails with `fileNotSaved` if it cannot be written there, and then changes nothing.',
    { input: BackupSettings.partial().strict(), output: Settings },
  ),
} as const;
