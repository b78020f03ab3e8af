import { resolve } from 'node:path';

/** The root of the project: the folder of package.json. */
export const projectFolder = resolve(import.meta.dirname, '..');
