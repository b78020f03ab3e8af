import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ToEngine } from '#shared/contract/enginePort.ts';
import { err, ok } from '#shared/result.ts';
import { openStateStore, type StateStore } from '#shell/preferences/stateStore.ts';
import { openSecrets, type Secrets } from '#shell/secrets/secrets.ts';
import type { ConnectAccount } from '#shell/workspaces/connectNewAccount.ts';
import { Workspaces } from '#shell/workspaces/workspaces.ts';
import { type FakeClock, fakeClock, settle } from '../../support/fakeClock.ts';
import { type FakeChild, fakeChild } from '../support/fakeChild.ts';
import { respondingPort } from '../support/memoryPort.ts';

const account = { id: '42', handle: 'harbour', name: 'Harbour' };
let clock: FakeClock;
let userData: string;
let engines: FakeChild[];
let simulators: FakeChild[];
let onFork: (engine: FakeChild) => void;
let workspaces: Workspaces<string>;
const responses: Readonly<Record<string, unknown>> = {
  'account.useToken': { account },
};
let secrets: Secrets;
let state: StateStore;
let calls: string[];

beforeEach(() => {
  clock = fakeClock();
  userData = mkdtempSync(path.join(tmpdir(), 'perch-workspaces-'));
  engines = [];
  calls = [];
  simulators = [];
  secrets = openSecrets(path.join(userData, 'logins'), null);
  state = openStateStore({ dir: userData, write: () => {}, log: () => {} });
  onFork = (engine) => queueMicrotask(() => engine.send({ type: 'ready' }));
  workspaces = new Workspaces<string>({
    host: {
      clock,
      forkEngine: () => {
        const engine = stoppableChild();
        engines.push(engine);
        onFork(engine);
        return engine;
      },
      forkSimulator: () => {
        const simulator = fakeChild();
        simulators.push(simulator);
        queueMicrotask(() => simulator.send({ type: 'listening', url: 'http://127.0.0.1:4567' }));
        return simulator;
      },
      createChannel: () => ({ engineEnd: 'engine', otherEnd: 'window' }),
      toPort: () =>
        respondingPort((method) => {
          calls.push(method);
          return responses[method] ?? {};
        }),
    },
    userData,
    cacheDir: path.join(userData, 'cache'),
    agentName: 'Sam',
    xUrl: null,
    state,
    secrets,
    log: () => {},
    send: () => {},
    onReady: () => {},
    onEvent: () => {},
    onClosed: () => {},
  });
});

/** An engine that exits when asked to stop. */
function stoppableChild(): FakeChild {
  const child = fakeChild();
  return {
    ...child,
    post: (message, ports) => {
      child.post(message, ports);
      if ((message as { type: string }).type === 'stop') child.exit(0);
    },
  };
}

/** The data folder that an engine was started with. */
function dataDirOf(engine: FakeChild): string {
  const start = ToEngine.parse(engine.received[0]?.message);
  return start.type === 'start' ? start.options.dataDir : '';
}

const connecting: ConnectAccount = async () => ok(account);
const waiting: ConnectAccount = (_call, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(err({ code: 'loginFailed', reason: 'cancelled' })));
  });
const folders = () => {
  mkdirSync(path.join(userData, 'workspaces'), { recursive: true });
  return readdirSync(path.join(userData, 'workspaces'));
};

test('opens the demo once the simulator listens and the engine is ready', async () => {
  expect(await workspaces.openDemo()).toEqual({});
  expect(workspaces.state()).toEqual({ kind: 'demo', id: 'demo' });
  expect(workspaces.simulatorOrigin()).toBe('http://127.0.0.1:4567');
  expect(engines[0]?.received[0]?.message).toMatchObject({ options: { xUrl: 'http://127.0.0.1:4567' } });
});

test('reports why a workspace cannot be opened, and tries again on request', async () => {
  const error = { code: 'workspaceInUse', dir: 'd', pid: 7 } as const;
  onFork = (engine) => queueMicrotask(() => engine.send({ type: 'failed', error }));
  expect(await workspaces.openDemo()).toEqual({ error });
  expect(workspaces.state()).toEqual({ kind: 'failed', error });
  onFork = (engine) => queueMicrotask(() => engine.send({ type: 'ready' }));
  engines[0]?.exit(1);
  expect(await workspaces.restartEngine()).toEqual({});
  expect(workspaces.state()).toEqual({ kind: 'demo', id: 'demo' });
});

test('passes on how to recover a store, once', async () => {
  const error = { code: 'storeMissing', file: 'f', copyAt: 1 } as const;
  onFork = (engine) => queueMicrotask(() => engine.send({ type: 'failed', error }));
  await workspaces.openDemo();
  engines[0]?.exit(1);
  onFork = (engine) => queueMicrotask(() => engine.send({ type: 'ready' }));
  expect(await workspaces.reopen({ recover: 'copy' })).toEqual({});
  expect(engines[1]?.received[0]?.message).toMatchObject({ options: { recover: 'copy' } });
  engines[1]?.exit(9);
  await clock.advance(1_000);
  expect(engines[2]?.received[0]?.message).not.toHaveProperty('options.recover');
  expect(await workspaces.reopen()).toEqual({});
  expect(engines[3]?.received[0]?.message).not.toHaveProperty('options.recover');
});

test('has a backup restored once, also by engines that crash while they open it', async () => {
  await workspaces.openDemo();
  let crashes = 0;
  onFork = (engine) =>
    queueMicrotask(() => {
      if (crashes === 1) engine.send({ type: 'replaced' });
      crashes += 1;
      if (crashes < 4) engine.exit(9);
      else engine.send({ type: 'ready' });
    });
  const restoring = workspaces.reopen({ restore: 'perch-20261127T144316Z.sqlite' });
  await clock.advance(10_000);
  expect(await restoring).toEqual({});
  const starts = engines.slice(1).map((engine) => JSON.stringify(engine.received[0]?.message));
  expect(starts.map((start) => start.includes('restore'))).toEqual([true, true, false, false]);
  expect(calls).toContain('backups.announceRestore');
});

test('saves a connected account and opens it', async () => {
  expect(await workspaces.connect(connecting, 'memory')).toEqual({});
  expect(workspaces.accounts()).toMatchObject([{ xId: '42', handle: 'harbour' }]);
  const id = workspaces.accounts()[0]?.id;
  expect(workspaces.state()).toEqual({ kind: 'account', id, handle: 'harbour' });
  expect(folders()).toEqual([id]);
});

test('holds a new workspace before anything is asked of X', async () => {
  const connect: ConnectAccount = async (call) => {
    await call('account.useToken', { token: 't' });
    return ok(account);
  };
  expect(await workspaces.connect(connect, 'memory')).toEqual({});
  expect(calls).toEqual(['capture.hold', 'account.useToken']);
});

test('reports that a connected account cannot be saved', async () => {
  writeFileSync(path.join(userData, 'workspaces'), '');
  expect(await workspaces.connect(connecting, 'memory')).toMatchObject({
    error: { code: 'storeUnwritable', detail: expect.stringContaining('ENOTDIR') },
  });
  expect(workspaces.state()).toEqual({ kind: 'none' });
});

test.each<[string, () => Promise<unknown>]>([
  ['the demo is opened', () => workspaces.openDemo()],
  ['the engine is restarted', () => workspaces.restartEngine()],
  ['the workspace is closed', () => workspaces.close()],
  ['another login is started', () => workspaces.connect(connecting, 'memory')],
])('cancels a login that waits for the browser when %s', async (_name, command) => {
  const login = workspaces.connect(waiting, 'memory');
  await settle();
  await command();
  expect(await login).toEqual({ error: { code: 'loginFailed', reason: 'cancelled' } });
});

test('keeps the storage of a login if a new one fails', async () => {
  await workspaces.connect(connecting, 'plainText');
  const id = workspaces.accounts()[0]?.id ?? '';
  await secrets.save(id, { tokens: { accessToken: 'a' } }, 'plainText');
  const failing: ConnectAccount = async () => err({ code: 'unauthorised' });
  expect(await workspaces.connect(failing, 'memory')).toEqual({ error: { code: 'unauthorised' } });
  expect(workspaces.secretStorage()).toBe('plainText');
});

test.each([
  ['a pasted token', { tokens: { accessToken: 'a' } }, { by: 'token' }],
  ['the browser', { tokens: { accessToken: 'a' }, clientId: 'app' }, { by: 'browser', clientId: 'app' }],
] as const)('remembers a login with %s when the login itself is gone', async (_name, login, expected) => {
  await workspaces.connect(connecting, 'memory');
  const id = workspaces.accounts()[0]?.id ?? '';
  await workspaces.close();
  await secrets.save(id, login, 'memory');
  await workspaces.openAccount(id);
  expect(workspaces.lastLogin()).toEqual(expected);
  await workspaces.openDemo();
  expect(workspaces.lastLogin()).toBeNull();
  await secrets.remove(id);
  await workspaces.openAccount(id);
  expect(workspaces.lastLogin()).toEqual(expected);
  await workspaces.remove(id, 'harbour');
  expect(state.get().lastLogins).toEqual({});
});

test('quits during a login without leaving a trace of it', async () => {
  const login = workspaces.connect(waiting, 'memory');
  await settle();
  for (const engine of engines) mkdirSync(dataDirOf(engine), { recursive: true });
  expect(folders()).toHaveLength(1);
  await workspaces.quit();
  expect(folders()).toEqual([]);
  await login;
});

test('quits while an engine is starting, and opens nothing more', async () => {
  onFork = () => {};
  const opening = workspaces.openDemo();
  await settle();
  await workspaces.quit();
  expect(await opening).toEqual({ error: { code: 'engineGone' } });
  await expect(workspaces.openDemo()).rejects.toThrow();
  expect(simulators).toHaveLength(1);
});

test('quits between two workspaces without opening the second', async () => {
  await workspaces.openDemo();
  const next = workspaces.openDemo();
  await Promise.resolve();
  await workspaces.quit();
  await next;
  expect(engines).toHaveLength(1);
});

test('a trial proves a new login and leaves nothing behind', async () => {
  const asked = { error: { code: 'plainTextConsentNeeded' } };
  expect(await workspaces.connect(connecting, 'memory', true)).toEqual(asked);
  expect(folders()).toEqual([]);
  expect(workspaces.accounts()).toEqual([]);
  const wrong: ConnectAccount = async () => err({ code: 'unauthorised' });
  expect(await workspaces.connect(wrong, 'memory', true)).toEqual({ error: { code: 'unauthorised' } });
});

test('removes the open account once its engine has stopped, and only by its handle', async () => {
  await workspaces.connect(connecting, 'memory');
  const id = workspaces.accounts()[0]?.id ?? '';
  expect(await workspaces.remove(id, 'ferry')).toMatchObject({ error: { code: 'invalid' } });
  expect(workspaces.current()).not.toBeNull();
  expect(await workspaces.remove(id, 'harbour')).toEqual({});
  expect(engines.at(-1)?.received.at(-1)?.message).toMatchObject({ type: 'stop' });
  expect(workspaces.state()).toEqual({ kind: 'none' });
  expect(folders()).toEqual([]);
  expect(await workspaces.remove(id, 'harbour')).toMatchObject({ error: { code: 'invalid' } });
});

test('forgets a login but keeps the account', async () => {
  await workspaces.connect(connecting, 'memory');
  const id = workspaces.accounts()[0]?.id ?? '';
  await secrets.save(id, { tokens: { accessToken: 'secret' } }, 'memory');
  expect(await workspaces.logOut()).toEqual({});
  expect(workspaces.state()).toEqual({ kind: 'none' });
  expect(await secrets.load(id)).toBeNull();
  expect(folders()).toEqual([id]);
  expect(await workspaces.openAccount(id)).toEqual({});
});

test('a file is opened for reading without a login, and the workspace from before comes back', async () => {
  await workspaces.openDemo();
  const file = path.join(userData, 'copy', 'perch-1.sqlite');
  expect(await workspaces.openToRead(file)).toEqual({});
  expect(workspaces.state()).toEqual({ kind: 'readOnly', id: 'reading', name: 'perch-1.sqlite' });
  expect(workspaces.isReadOnly()).toBe(true);
  expect(engines.at(-1)?.received[0]?.message).toEqual({
    type: 'start',
    options: { dataDir: path.dirname(file), readOnly: file, agentName: 'Sam', tokens: null },
  });
  expect(await workspaces.reopen({ restore: 'perch-20260101T000000Z.sqlite' })).toEqual({
    error: { code: 'readOnly', file: 'perch-1.sqlite' },
  });
  await workspaces.close();
  expect(workspaces.state()).toEqual({ kind: 'demo', id: 'demo' });
});

test('without a workspace from before, closing a file shows the first screen', async () => {
  await workspaces.openToRead(path.join(userData, 'perch-1.sqlite'));
  await workspaces.close();
  expect(workspaces.state()).toEqual({ kind: 'none' });
});
