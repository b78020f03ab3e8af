import { readFileSync } from 'node:fs';
import { z } from 'zod';

// Both the source and the bundle are two folders below package.json.
const file = new URL('../../package.json', import.meta.url);

const Manifest = z.object({ version: z.string() });

/** The version of this Perch. */
export const { version } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
