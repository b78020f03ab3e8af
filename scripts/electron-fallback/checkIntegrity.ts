import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetUpError } from '../prepare/setUpError.ts';

/** Fails unless a file has the given sha512, written as npm writes it (`sha512-` and base64). */
export async function checkIntegrity(path: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === integrity) return;
  throw new SetUpError(
    `${path} is not the pinned file, so it is not used: expected ${integrity}, found ${found}`,
  );
}
