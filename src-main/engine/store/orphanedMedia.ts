import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './open.ts';
import { listNames } from './privateFiles.ts';
import { get } from './sql.ts';

/** Deletes the files of private messages that are not stored any more; returns of how many messages. */
export function deleteOrphanedMedia(db: Db, dir: string): number {
  const isOrphan = (name: string) => {
    const [, xId] = /^dm-(\d+)$/.exec(name) ?? [];
    return (
      xId !== undefined && get(db, `SELECT 1 FROM messages WHERE kind = 'dm' AND x_id = ?`, xId) === null
    );
  };
  const orphans = listNames(join(dir, 'media')).filter(isOrphan);
  for (const name of orphans) rmSync(join(dir, 'media', name), { recursive: true, force: true });
  return orphans.length;
}
