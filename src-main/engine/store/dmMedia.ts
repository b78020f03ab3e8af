import { toDmFileName } from '#shared/domain/mediaAddress.ts';
import type { Media } from '#shared/domain/message.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A file that belongs to a private message. */
export interface DmFile {
  readonly messageRowId: number;
  /** X's id of the message. */
  readonly dmId: string;
  readonly mediaKey: string;
  readonly url: string;
  readonly state: 'wanted' | 'stored' | 'refused';
}

const columns = `d.message_id AS messageRowId, m.x_id AS dmId, d.media_key AS mediaKey, d.url, d.state`;

/** Notes the files of a private message that are to be fetched with the token; those known before stay as they are. */
export function wantDmFiles(db: Db, messageRowId: number, media: readonly Media[]): void {
  const text = `INSERT OR IGNORE INTO dm_media (message_id, url, media_key, state) VALUES (?, ?, ?, 'wanted')`;
  for (const { key, url, playUrl } of media) {
    for (const address of [url, playUrl]) {
      if (address && toDmFileName(address) !== null) run(db, text, messageRowId, address, key);
    }
  }
}

/** The files that are still to be fetched, the newest first. */
export function listWantedDmFiles(db: Db, limit: number): DmFile[] {
  const text = `SELECT ${columns} FROM dm_media d JOIN messages m ON m.id = d.message_id
    WHERE d.state = 'wanted' ORDER BY d.message_id DESC LIMIT ?`;
  return all<DmFile>(db, text, limit);
}

/** The file of the private message with this X id that X gave this address; null if there is none. */
export function getDmFile(db: Db, dmId: string, url: string): DmFile | null {
  const text = `SELECT ${columns} FROM messages m JOIN dm_media d ON d.message_id = m.id
    WHERE m.kind = 'dm' AND m.x_id = ? AND d.url = ?`;
  return get<DmFile>(db, text, dmId, url);
}

/** A picture of a stored private message, by the name of its file; `stored` if its file is in the workspace. Null if there is none. */
export function findDmPicture(
  db: Db,
  dmId: string,
  fileName: string,
): (Omit<DmFile, 'state'> & { readonly state: DmFile['state'] | null }) | null {
  const text = `SELECT m.id AS messageRowId, m.x_id AS dmId, p.value ->> 'key' AS mediaKey, p.value ->> 'url' AS url, d.state
    FROM messages m CROSS JOIN json_each(m.media) p
    LEFT JOIN dm_media d ON d.message_id = m.id AND d.url = p.value ->> 'url'
    WHERE m.kind = 'dm' AND m.x_id = ? AND p.value ->> 'url' LIKE '%/' || ?`;
  const found = all<ReturnType<typeof findDmPicture> & object>(db, text, dmId, fileName);
  return found.find(({ url }) => toDmFileName(url) === fileName) ?? null;
}

/** Records that the file of a picture is in the workspace. */
export function putDmPicture(db: Db, { messageRowId, url, mediaKey }: Omit<DmFile, 'state'>): void {
  const text = `INSERT INTO dm_media (message_id, url, media_key, state) VALUES (?, ?, ?, 'stored')
    ON CONFLICT DO UPDATE SET state = 'stored'`;
  run(db, text, messageRowId, url, mediaKey);
}

/** Records what came of fetching a file. */
export function putDmFileState(db: Db, { messageRowId, url }: DmFile, state: 'stored' | 'refused'): void {
  run(db, 'UPDATE dm_media SET state = ? WHERE message_id = ? AND url = ?', state, messageRowId, url);
}
