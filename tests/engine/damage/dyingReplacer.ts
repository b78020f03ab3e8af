import fs from 'node:fs';
import nodeModule from 'node:module';
import { basename } from 'node:path';

/*
 * An engine that replaces its store as it is told, and kills itself before it renames or copies a file, or marks the store as open, for the nth
 * time; a copy is half written by then. It says on stdout what it was about to do.
 */

const [dataDir = '', replacement = '{}', nth = '1'] = process.argv.slice(2);
let left = Number(nth);

for (const name of ['renameSync', 'copyFileSync', 'writeFileSync'] as const) {
  const change = fs[name] as (...values: unknown[]) => unknown;
  const changeOrDie = (...values: unknown[]) => {
    const [file = '', to = ''] = values.map(String);
    if (name !== 'writeFileSync' || basename(file) === 'store.open') left -= 1;
    if (left > 0) return change(...values);
    if (name === 'copyFileSync') copyHalf(file, to);
    fs.writeSync(1, `${name} ${basename(file)}`);
    return process.kill(process.pid, 'SIGKILL');
  };
  Object.assign(fs, { [name]: changeOrDie });
}
nodeModule.syncBuiltinESMExports();

function copyHalf(file: string, to: string): void {
  const whole = fs.readFileSync(file);
  const handle = fs.openSync(to, 'w');
  fs.writeSync(handle, whole, 0, Math.floor(whole.length / 2));
  fs.closeSync(handle);
}

const { createEngine } = await import('#engine/engine.ts');
const { systemClock } = await import('#shared/systemClock.ts');
const { testOptions } = await import('../../support/testOptions.ts');
const opened = createEngine({
  ...testOptions,
  ...JSON.parse(replacement),
  dataDir,
  xUrl: null,
  credentials: null,
  pollSeconds: 0,
  timeoutMs: 400,
  clock: systemClock,
  log: () => {},
});
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
await opened.value.stop();
