import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetUpError } from '../setUpError.ts';

/** Throws a `SetUpError` unless the file has this sha512, given in npm's format (`sha512-` and base64). */
export async function checkIntegrity(path: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === integrity) return;
  throw new SetUpError(`${path} is not the pinned file: expected ${integrity}, found ${found}`);
}
