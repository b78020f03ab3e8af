import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { build } from './build/build.ts';
import { hasDisplay } from './prepare/display.ts';
import { prepare, sayIfUnsandboxed } from './prepare/prepare.ts';
import { say } from './prepare/progress.ts';
import { runScript } from './prepare/runScript.ts';
import { projectFolder } from './projectFolder.ts';
import { runTour } from './tour.ts';

/** Opens Perch on the demo workspace; arguments are handed on. Resolves with the exit code when it is closed. */
async function openDemo(args: readonly string[]): Promise<number> {
  const preparation = await prepare();
  sayIfUnsandboxed(preparation);
  await build();
  say('opening the demo workspace');
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
  if (process.argv.includes('--tour')) return runTour();
  if (hasDisplay()) return openDemo(args);
  say('there is no display here, so Perch shows itself on a virtual one: the tour');
  return runTour();
});
