import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Backup } from '#shared/domain/backup.ts';
import { err, ok } from '#shared/result.ts';
import { findCopy, isSoundCopy, listCopies, type StoreCopy } from '../store/copies.ts';
import { readCopyFacts } from '../store/copyFacts.ts';
import type { Handlers } from './handlers.ts';

/** Copies of the store, which people call backups. */
export const backupHandlers = {
  'backups.list': ({ dataDir }) => ok({ items: listCopies(dataDir).map(toBackup) }),

  'backups.make': async ({ services }) => {
    const made = await services.copyStore();
    return made.ok ? ok(toBackup(made.value)) : made;
  },

  'backups.inspect': async ({ db, dataDir }, { name }) => {
    const copy = findCopy(dataDir, name);
    if (!copy || !(await isSoundCopy(copy.file))) return err({ code: 'notRestored', name });
    return ok(readCopyFacts(db, copy));
  },
} satisfies Partial<Handlers>;

const toBackup = ({ file, at }: StoreCopy): Backup => ({
  name: basename(file),
  at,
  bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
});
