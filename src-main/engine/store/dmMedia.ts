import { toDmFileName, toDmMediaName, toDmVideoName } from '#shared/domain/mediaAddress.ts';
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

/** A medium of a stored private message; `stored` if its file is in the workspace. */
export type DmMedium = Omit<DmFile, 'state'> & { readonly state: DmFile['state'] | null };

/** The medium of a stored private message to which a file of an archive belongs, by the name of the file; null if there is none. */
export function findDmMedium(db: Db, dmId: string, fileName: string): DmMedium | null {
  const text = `SELECT m.id AS messageRowId, m.x_id AS dmId, p.value ->> 'key' AS mediaKey, a.value AS url, d.state
    FROM messages m CROSS JOIN json_each(m.media) p
    CROSS JOIN json_each(json_array(p.value ->> 'url', p.value ->> 'playUrl')) a
    LEFT JOIN dm_media d ON d.message_id = m.id AND d.url = a.value
    WHERE m.kind = 'dm' AND m.x_id = ? AND a.value IS NOT NULL`;
  const media = all<DmMedium>(db, text, dmId);
  const named = media.find(({ url }) => toDmMediaName(url) === fileName);
  if (named || !fileName.endsWith('.mp4')) return named ?? null;
  // X has a video in several sizes, under a name for each.
  const videos = media.filter(({ url }) => toDmVideoName(url) !== null);
  return videos.length === 1 ? (videos[0] ?? null) : null;
}

/** Records that the file of a medium is in the workspace. */
export function putDmMedium(db: Db, { messageRowId, url, mediaKey }: Omit<DmFile, 'state'>): void {
  const text = `INSERT INTO dm_media (message_id, url, media_key, state) VALUES (?, ?, ?, 'stored')
    ON CONFLICT DO UPDATE SET state = 'stored'`;
  run(db, text, messageRowId, url, mediaKey);
}

/** Records what came of fetching a file. */
export function putDmFileState(db: Db, { messageRowId, url }: DmFile, state: 'stored' | 'refused'): void {
  run(db, 'UPDATE dm_media SET state = ? WHERE message_id = ? AND url = ?', state, messageRowId, url);
}
