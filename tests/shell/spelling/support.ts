import path from 'node:path';

/** Where the dictionaries of the npm packages are. */
export const packages = path.resolve(import.meta.dirname, '../../../node_modules');
