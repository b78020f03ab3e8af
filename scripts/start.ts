import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { prepare, warnIfUnsandboxed } from '../tools/prepare.ts';
import { print } from '../tools/progress.ts';
import { hasDisplay } from '../tools/virtualDisplay.ts';
import { build } from './build/build.ts';
import { projectFolder } from './projectFolder.ts';
import { runScript } from './runScript.ts';
import { runTour, runYearTour } from './tour.ts';

/** Opens Perch on the demo workspace, passing on `args`. Resolves with the exit code when the window is closed. */
async function openDemo(args: readonly string[]): Promise<number> {
  const preparation = await prepare();
  warnIfUnsandboxed(preparation);
  await build();
  print('opening the demo workspace');
  const child = spawn(preparation.program, [...preparation.args, projectFolder, '--demo', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...preparation.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

await runScript(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--tour');
  if (process.argv.includes('--tour')) return process.argv.includes('--year') ? runYearTour() : runTour();
  if (hasDisplay()) return openDemo(args);
  print('no display found, so running the demo tour on a virtual one');
  return runTour();
});
