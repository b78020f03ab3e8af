import { join } from 'node:path';
import { compileBundle } from './compileBundle.ts';

// What Electron and the package start: main.ts as one bundle, in the folder of this one.
const bundle = compileBundle(join(import.meta.dirname, 'main.cjs'));
bundle.run();

export const { isFromCache } = bundle;
