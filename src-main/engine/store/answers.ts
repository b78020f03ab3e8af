import type { Db } from './open.ts';
import { all, get } from './sql.ts';

/** How many numbers a signature consists of. */
export const SIGNATURE_LENGTH = 32;
/** The share of equal numbers from which on two texts count as nearly the same. */
const NEARLY_SAME = 0.6;
/** So many answers at most are compared with a new one. */
const MAX_COMPARED = 20;

/** What tells a text from others without its words. */
export interface Fingerprint {
  /** `SIGNATURE_LENGTH` numbers of 32 bits; the share of equal ones is about the share of word sequences that two texts have in common. */
  readonly signature: Buffer;
  /** Nearly all texts that are nearly the same have one of these numbers in common. */
  readonly bands: readonly number[];
}

/** The answer whose texts are nearly the same as this one; a new one, with no uses yet, if there is none. */
export function requireAnswer(db: Db, { signature, bands }: Fingerprint): number {
  const text = `SELECT DISTINCT a.id, a.signature FROM json_each(?) b CROSS JOIN answer_bands n ON n.band = b.value
    CROSS JOIN answers a ON a.id = n.answer_id LIMIT ?`;
  const known = all<{ id: number; signature: Buffer }>(db, text, JSON.stringify(bands), MAX_COMPARED);
  const best = known
    .map(({ id, signature: other }) => ({ id, share: sharedPart(signature, other) }))
    .reduce((best, one) => (one.share > best.share ? one : best), { id: 0, share: 0 });
  return best.share >= NEARLY_SAME ? best.id : insertAnswer(db, { signature, bands });
}

function insertAnswer(db: Db, { signature, bands }: Fingerprint): number {
  const text = 'INSERT INTO answers (signature, uses) VALUES (?, 0) RETURNING id';
  const id = get<{ id: number }>(db, text, signature)?.id ?? 0;
  all(
    db,
    'INSERT OR IGNORE INTO answer_bands SELECT value, ? FROM json_each(?) RETURNING 1',
    id,
    JSON.stringify(bands),
  );
  return id;
}

/** Whether two texts are nearly the same, by their signatures. */
export const isNearlySame = (a: Buffer, b: Buffer): boolean => sharedPart(a, b) >= NEARLY_SAME;

function sharedPart(a: Buffer, b: Buffer): number {
  let equal = 0;
  for (let at = 0; at < SIGNATURE_LENGTH * 4; at += 4) {
    if (a.readUInt32LE(at) === b.readUInt32LE(at)) equal += 1;
  }
  return equal / SIGNATURE_LENGTH;
}
