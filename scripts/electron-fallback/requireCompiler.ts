import { installPackages } from '../prepare/aptPackages.ts';
import { hasProgram } from '../prepare/command.ts';

/** Makes sure that what node-gyp needs is there: installed as root, else asked for in one line. */
export async function requireCompiler(): Promise<void> {
  const missing = ['g++', 'make', 'python3'].filter((name) => !hasProgram(name));
  if (missing.length > 0) await installPackages(missing, 'to compile SQLite for this Electron');
}
