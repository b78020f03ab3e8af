import { z } from 'zod';
import { Backup, BackupFacts, BackupName } from '../../domain/backup.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

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
} as const;
