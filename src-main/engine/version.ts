import { readFileSync } from 'node:fs';
import { z } from 'zod';

// Both the source and the bundle are two folders below package.json.
const file = new URL('../../package.json', import.meta.url);

/** The version of this Perch. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(file, 'utf8'))).version;
