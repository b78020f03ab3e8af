import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HELP, readCommandLine } from '#simulator/commandLine.ts';

const MAIN = fileURLToPath(new URL('../../src-main/simulator/main.ts', import.meta.url));

function start(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [MAIN, ...args]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  const [line] = await once(createInterface(child.stdout), 'line');
  return String(line);
}

async function outputOf(
  child: ChildProcessWithoutNullStreams,
): Promise<{ out: string; err: string; code: unknown }> {
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { out, err, code };
}

describe('the simulator as a program', () => {
  it('prints its address, serves the demo, and exits when standard input closes', async () => {
    const child = start('--port', '0', '--exit-with-stdin', '--token', 'secret', '--names', 'new');
    const line = await firstLine(child);
    expect(line).toMatch(/^simulator listening on http:\/\/127\.0\.0\.1:\d+$/);
    const url = line.replace('simulator listening on ', '');
    const state = await (await fetch(`${url}/_control/state`)).json();
    expect(state).toMatchObject({ account: { handle: 'harbourhelp' } });
    expect((await fetch(`${url}/2/users/me`, { headers: { authorization: 'Bearer secret' } })).status).toBe(
      200,
    );
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('prints its help', async () => {
    expect(await outputOf(start('--help'))).toEqual({ out: HELP, err: '', code: 0 });
  });

  it('exits when it cannot start, even if something keeps the process alive', async () => {
    const heldOpen = ['--import', 'data:text/javascript,setInterval(() => {}, 1000)'];
    const child = spawn(process.execPath, [...heldOpen, MAIN, '--port', 'x']);
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(await outputOf(child)).toMatchObject({ code: 1, err: expect.stringContaining('--port x') });
  });

  it('refuses a scenario it cannot read, and names it', async () => {
    const { err, code } = await outputOf(start('--scenario', '/nowhere/scenario.json'));
    expect(code).toBe(1);
    expect(err).toContain('/nowhere/scenario.json');
  });
});

describe('the command line', () => {
  it.each([
    [['--port', 'x'], '--port x is not a port.'],
    [['--port', '70000'], '--port 70000 is not a port.'],
    [['--names', 'both'], '--names must be old or new.'],
    [['--colour'], '--colour'],
  ])('rejects %o', (args, sentence) => {
    expect(readCommandLine(args)).toMatchObject({ ok: false, error: expect.stringContaining(sentence) });
  });

  it('has a default for every option', () => {
    expect(readCommandLine([])).toMatchObject({
      ok: true,
      value: { port: 0, names: 'old', limits: true, isBare: false },
    });
  });
});
