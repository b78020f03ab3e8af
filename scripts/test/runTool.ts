import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../projectFolder.ts';

interface Manifest {
  readonly bin: string | Readonly<Record<string, string>>;
}

/** Runs the program of an installed package in this Node.js and passes its output through. Resolves with its exit code. */
export async function runTool(
  packageName: string,
  args: readonly string[],
  program = packageName,
): Promise<number> {
  const child = spawn(process.execPath, [programPath(packageName, program), ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

function programPath(packageName: string, program: string): string {
  const folder = join(projectFolder, 'node_modules', packageName);
  const { bin }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof bin === 'string' ? bin : bin[program];
  if (path === undefined) throw new Error(`${packageName} has no program named ${program}`);
  return join(folder, path);
}
