import { compileBundle } from '../../../src-main/engine/compileBundle.ts';

/*
 * Runs the bundle of the engine that the first argument names with the other arguments, and leaves its code cache when it exits.
 * What ran is in the cache; what did not is compiled when it is first needed.
 */

const [file = ''] = process.argv.splice(2, 1);
const bundle = compileBundle(file);
process.on('exit', bundle.saveCodeCache);
bundle.run();
