import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runUtility } from '#engine/runUtility.ts';
import type { ClientPort } from '#engine/transports/messagePort.ts';
import { FromEngine } from '#shared/contract/enginePort.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { createEngineClient, type EngineClient, type Port } from '#shared/rpc/client.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { testFolder } from '../support/openTestDb.ts';
import { until } from '../support/startTestEngine.ts';

/** A port as Electron hands it to a utility process. */
function toClientPort(port: MessagePort): ClientPort {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event: string, listener: (message: { readonly data: unknown }) => void) =>
      port.on(event as 'message', (data: unknown) => listener({ data })),
    start: () => port.start(),
  };
}

function toPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  };
}

/** A shell that has started an engine process; exit codes are recorded instead of ending the process. */
function startShell() {
  const received: FromEngine[] = [];
  const exits: number[] = [];
  const logged: string[] = [];
  let deliver: (message: { data: unknown; ports: ClientPort[] }) => void = () => {};
  const parent = {
    postMessage: (message: unknown) => received.push(FromEngine.parse(message)),
    on: (_: 'message', listener: typeof deliver) => {
      deliver = listener;
    },
  };
  runUtility(
    parent,
    (code) => exits.push(code),
    (line) => logged.push(line),
  );
  const post = (data: unknown, ports: ClientPort[] = []) => deliver({ data, ports });
  const connect = (): EngineClient => {
    const { port1, port2 } = new MessageChannel();
    post({ type: 'port' }, [toClientPort(port1)]);
    onTestFinished(() => port2.close());
    return createEngineClient(toPort(port2));
  };
  const stop = async () => {
    post({ type: 'stop' });
    await until('it has stopped', () => exits.length > 0);
  };
  return { received, exits, logged, post, connect, stop };
}

const start = (dataDir: string, more: object = {}) => ({
  type: 'start',
  options: { dataDir, agentName: 'Mia', tokens: null, pollSeconds: 0, ...more },
});

describe('the engine as a utility process', () => {
  test('serves several clients over their ports, and events to all of them', async () => {
    const simulator = await startSimulator({ limits: false });
    onTestFinished(() => simulator.close());
    const shell = startShell();
    shell.post(start(testFolder(), { xUrl: simulator.url, tokens: { accessToken: 'demo-token' } }));
    expect(shell.received).toEqual([{ type: 'ready' }]);
    const [first, second] = [shell.connect(), shell.connect()];
    const events: EngineEvent[] = [];
    second.onEvent((event) => events.push(event));
    simulator.control.mention({ from: 'anna', text: 'Hi' });
    expect(await first.call('capture.pollNow', {})).toMatchObject({ ok: true, value: { newMessages: 1 } });
    await until('the other client hears of it', () =>
      events.some(({ name }) => name === 'conversations.opened'),
    );
    expect(await second.call('conversations.counts', {})).toMatchObject({ value: { counts: { queue: 1 } } });
    await shell.stop();
    expect(shell.received.at(-1)).toEqual({ type: 'stopped' });
    expect(shell.exits).toEqual([0]);
  });

  test('ends once, however often it is stopped', async () => {
    const shell = startShell();
    shell.post(start(testFolder()));
    shell.post({ type: 'stop' });
    await shell.stop();
    expect(shell.received.map(({ type }) => type)).toEqual(['ready', 'stopped']);
    expect(shell.exits).toEqual([0]);
    expect(shell.logged).toEqual([]);
  });

  test('uses new tokens only once the shell has saved them', async () => {
    const simulator = await startSimulator({ limits: false });
    onTestFinished(() => simulator.close());
    const { accessToken, refreshToken } = simulator.control.issueTokens({ clientId: 'client' });
    const shell = startShell();
    const tokens = { accessToken, refreshToken };
    shell.post(start(testFolder(), { xUrl: simulator.url, tokens, clientId: 'client' }));
    const client = shell.connect();
    expect(await client.call('capture.pollNow', {})).toMatchObject({ ok: true });
    simulator.control.expireTokens();
    let answered = false;
    const round = client.call('capture.pollNow', {}).then((answer) => {
      answered = true;
      return answer;
    });
    await until('it asks what was saved last', () => shell.received.at(-1)?.type === 'loadTokens');
    const question = shell.received.at(-1);
    if (question?.type !== 'loadTokens') throw new Error('no question');
    shell.post({ type: 'tokensLoaded', id: question.id, tokens, clientId: 'client' });
    await until('it asks for safety', () => shell.received.at(-1)?.type === 'saveTokens');
    expect(answered).toBe(false);
    const request = shell.received.at(-1);
    if (request?.type !== 'saveTokens') throw new Error('no request');
    expect(request).toMatchObject({ clientId: 'client' });
    expect(request.tokens.accessToken).not.toBe(accessToken);
    shell.post({ type: 'tokensSaved', id: request.id });
    expect(await round).toMatchObject({ ok: true, value: { failures: [] } });
    await shell.stop();
  });

  test('reports why it cannot start, and exits', async () => {
    const shell = startShell();
    shell.post(start(testFolder(), { xUrl: 'http://example.com' }));
    expect(shell.received).toMatchObject([{ type: 'failed', error: { code: 'invalid', path: 'xUrl' } }]);
    await until('it has ended', () => shell.exits.length > 0);
    expect(shell.exits).toEqual([1]);
  });

  test('does not start twice on one folder', async () => {
    const dir = testFolder();
    const first = startShell();
    first.post(start(dir));
    const second = startShell();
    second.post(start(dir));
    expect(second.received).toMatchObject([{ type: 'failed', error: { code: 'workspaceInUse', dir } }]);
    await first.stop();
  });

  test('ignores messages that it does not know', async () => {
    const shell = startShell();
    shell.post({ type: 'dance' });
    shell.post({ type: 'port' });
    shell.post(start(testFolder()));
    expect(shell.received).toEqual([{ type: 'ready' }]);
    await shell.stop();
  });
});
