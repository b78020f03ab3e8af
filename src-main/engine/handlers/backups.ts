import { statSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Backup } from '#shared/domain/backup.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import { getBackupSettings, putBackupSettings } from '../store/backupSettings.ts';
import { checkCopyApart } from '../store/checkApart.ts';
import { findCopy, listCopies, type StoreCopy } from '../store/copies.ts';
import { readCopyFacts } from '../store/copyFacts.ts';
import { newestCopyIn } from '../store/copyFolder.ts';
import { beginRestore } from '../store/restoreRecord.ts';
import type { Handlers } from './handlers.ts';

/** Copies of the store, which people call backups. */
export const backupHandlers = {
  'backups.list': ({ dataDir }) => ok({ items: listCopies(dataDir).map(toBackup) }),

  'backups.make': async ({ services }) => {
    const made = await services.copies.copyStore();
    return made.ok ? ok(toBackup(made.value)) : made;
  },

  'backups.inspect': async ({ db, dataDir, log }, { name }) => {
    const copy = findCopy(dataDir, name);
    if (!copy || !(await checkCopyApart(copy.file, { log })).isSound)
      return err({ code: 'notRestored', name });
    return ok(readCopyFacts(db, copy));
  },

  'backups.add': async ({ services, emit }, { path }) => {
    const added = await services.copies.addCopy(path);
    if (!added.ok) return added;
    emit({ name: 'backups.changed', params: {} });
    return ok(toBackup(added.value));
  },

  'backups.announceRestore': ({ dataDir }, { name }) => {
    const copy = findCopy(dataDir, name);
    if (!copy) return err({ code: 'notRestored', name });
    beginRestore(dataDir, { at: copy.at, wayBackAt: null });
    return ok({});
  },

  'backups.settings': (ctx) => ok(getAllSettings(ctx)),

  'backups.updateSettings': async (ctx, changed) => {
    const given = withoutUndefined(changed);
    if (typeof given.folder === 'string') {
      if (!isAbsolute(given.folder)) return err({ code: 'invalid', path: 'folder', reason: 'notAbsolute' });
      const copied = await ctx.services.copies.copyInto(given.folder);
      if (!copied.ok) return copied;
    }
    putBackupSettings(ctx.db, given);
    ctx.emit({ name: 'backups.changed', params: {} });
    return ok(getAllSettings(ctx));
  },
} satisfies Partial<Handlers>;

function getAllSettings({ db, dataDir, services }: EngineContext): EngineOutput<'backups.settings'> {
  const { every, folder } = getBackupSettings(db);
  if (folder === null) return { every, folder, newestInFolderAt: null, folderError: null };
  const newestInFolderAt = newestCopyIn(dataDir, folder);
  return { every, folder, newestInFolderAt, folderError: services.copies.getFolderError() };
}

const toBackup = ({ file, at }: StoreCopy): Backup => ({
  name: basename(file),
  at,
  bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
});
