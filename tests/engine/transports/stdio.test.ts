import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '#simulator/simulator.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';

async function open(env: NodeJS.ProcessEnv = {}) {
  const simulator = await startSimulator({ limits: false, token: env.PERCH_X_TOKEN ?? 'demo-token' });
  const dir = testFolder();
  const args = ['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0', '--agent', 'Mia'];
  const engine = spawnEngine(args, env);
  onTestFinished(async () => {
    await engine.kill();
    await simulator.close();
  });
  return { simulator, control: simulator.control, dir, args, engine };
}

const answersTo = (lines: readonly string[], id: unknown) =>
  lines.map((line) => JSON.parse(line)).filter((message) => 'id' in message && message.id === id);

describe('the engine on stdin and stdout', () => {
  test('captures, responds, and exits with 0 when stdin ends', async () => {
    const { engine, control } = await open();
    const { id } = control.mention({ from: 'anna', text: 'Where is it?' });
    expect(await engine.call('capture.pollNow', {})).toMatchObject({ newMessages: 1 });
    const sent = await engine.call('replies.send', {
      conversationId: `c${id}`,
      channel: 'public',
      text: 'On it',
      undoMs: 0,
    });
    await until('it is sent', () => engine.lines.some((line) => line.includes('"state":"sent"')));
    expect(await engine.call('outbox.list', {})).toMatchObject({
      items: [{ id: sent?.outboxId, agent: 'Mia' }],
    });
    expect(await engine.end()).toBe(0);
    expect(engine.lines.every((line) => JSON.parse(line).jsonrpc === '2.0')).toBe(true);
  });

  test('responds to everything in flight before it exits', async () => {
    const { engine, control } = await open();
    control.mention({ from: 'anna', text: 'Hi' });
    engine.write(
      '{"jsonrpc":"2.0","id":1,"method":"capture.status"}\n{"jsonrpc":"2.0","id":2,"method":"system.info"}',
    );
    expect(await engine.end()).toBe(0);
    expect(answersTo(engine.lines, 1)).toMatchObject([{ result: {} }]);
    expect(answersTo(engine.lines, 2)).toMatchObject([{ result: { version: expect.any(String) } }]);
  });

  test('leaks no personal data of a script, in whatever way it asks', async () => {
    const { engine, control } = await open();
    const { id } = control.mention({ from: 'anna', text: 'Where is it?' });
    await engine.call('capture.pollNow', {});
    const reply = { conversationId: `c${id}`, channel: 'public', text: 'Call 0471 23 45 67', undoMs: 0 };
    const asked = [{}, { overrule: [] }, { overrule: ['price'] }, { privateDataConfirmed: false }];
    engine.write(
      asked
        .map((more, n) =>
          JSON.stringify({
            jsonrpc: '2.0',
            id: `s${n}`,
            method: 'replies.send',
            params: { ...reply, ...more },
          }),
        )
        .join('\n'),
    );
    engine.write('\n');
    expect(await engine.end()).toBe(0);
    const codes = asked.map((_, n) => answersTo(engine.lines, `s${n}`)[0].error?.data.code);
    expect(codes).toEqual(['guardRefused', 'guardRefused', 'guardRefused', 'privateData']);
    expect(control.state().sentPosts).toEqual([]);
  });

  test('escapes the line separators of a post, at which many readers end a line', async () => {
    const { engine, control } = await open();
    control.mention({ from: 'anna', text: 'one\u2028two\u2029three' });
    await engine.call('capture.pollNow', {});
    const listed = await engine.call('conversations.list', { view: 'queue' });
    expect(listed?.items[0]?.lastMessage.text).toBe('@harbourhelp one\u2028two\u2029three');
    const line = engine.lines.find((found) => found.includes('two'));
    expect(line).toContain('one\\u2028two\\u2029three');
    expect(line).not.toMatch(/[\u2028\u2029]/);
  });

  test('survives JSON that is nested 5,000 deep', async () => {
    const { engine } = await open();
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    engine.write(`{"jsonrpc":"2.0","id":7,"method":"capture.status","params":${deep}}\n`);
    engine.write(`${'['.repeat(5_000)}${']'.repeat(5_000)}\n`);
    expect(await engine.call('system.info', {})).toMatchObject({ version: expect.any(String) });
    expect(answersTo(engine.lines, 7)).toMatchObject([{ error: { data: { code: 'invalid' } } }]);
  });

  test('rejects what it cannot parse and continues', async () => {
    const { engine } = await open();
    engine.write('{"jsonrpc": nonsense\n\n[]\n');
    engine.write(`{"jsonrpc":"2.0","id":9,"method":"none","params":"${'x'.repeat(5 * 1024 * 1024)}"}\n`);
    engine.write(
      '[{"jsonrpc":"2.0","id":"a","method":"capture.status"},{"jsonrpc":"2.0","id":"b","method":"no"}]\n',
    );
    engine.write('{"jsonrpc":"2.0","id":"c","method":"conversations.list","params":{"view":"attic"}}\n');
    await until('four answers', () => engine.lines.length >= 5);
    const answers = engine.lines.map((line) => JSON.parse(line));
    expect(
      answersTo(engine.lines, null)
        .map((answer) => answer.error.code)
        .sort(),
    ).toEqual([-32600, -32700, -32700]);
    expect(answers.find(Array.isArray)).toMatchObject([
      { id: 'a', result: {} },
      { id: 'b', error: { code: -32601 } },
    ]);
    const [invalid] = answersTo(engine.lines, 'c');
    expect(invalid.error).toMatchObject({ code: -32602, data: { code: 'invalid', path: 'view' } });
    expect(invalid.error.data.reason).toContain('attic');
  });

  test('sends no variable of a canned response', async () => {
    const { engine, control } = await open();
    const { id } = control.mention({ from: 'anna', text: 'Where is it?' });
    await engine.call('capture.pollNow', {});
    const conversationId = `c${id}`;
    const texts = [{ language: null, channel: null, text: 'Hello {nickname}' }];
    const canned = await engine.call('library.create', { title: 'Hello', texts });
    const used = await engine.call('library.use', { id: canned?.id ?? '', conversationId, channel: 'dm' });
    expect(used?.missing).toEqual([{ variable: 'nickname', start: 6, end: 16 }]);
    const reply = { conversationId, channel: 'dm', text: used?.text ?? '' } as const;
    await expect(engine.call('replies.send', reply)).rejects.toThrow('unfilledVariable');
    expect(await engine.call('outbox.list', {})).toMatchObject({ items: [] });
  });

  test('stops cleanly at SIGTERM', async () => {
    const { engine } = await open();
    await engine.call('capture.status', {});
    engine.process.kill('SIGTERM');
    const [code] = await once(engine.process, 'exit');
    expect(code).toBe(0);
  });

  test('exits when nobody reads its responses any more', async () => {
    const { engine } = await open();
    await engine.call('capture.status', {});
    engine.process.stdout?.destroy();
    engine.write('{"jsonrpc":"2.0","id":1,"method":"capture.status"}\n');
    const [code] = await once(engine.process, 'exit');
    expect(code).toBe(0);
  });

  test('does not share a workspace', async () => {
    const { engine, args, dir } = await open();
    await engine.call('capture.status', {});
    const second = spawnEngine(args);
    expect(await second.end()).toBe(1);
    expect(second.log()).toContain(`${dir} is in use by another Perch (process ${engine.process.pid})`);
    expect(second.log().trim().split('\n')).toHaveLength(1);
    expect(await engine.call('capture.status', {})).toMatchObject({ sources: [{}, {}, {}] });
  });

  test('keeps the token out of its log, its responses and its files', async () => {
    const token = 'canary-5e1f0c2a9b';
    const { engine, dir, control } = await open({ PERCH_X_TOKEN: token });
    control.mention({ from: 'anna', text: 'Hi' });
    await engine.call('capture.pollNow', {});
    control.addFault({ kind: 'malformed', match: { path: 'mentions' } });
    await engine.call('capture.pollNow', {});
    await engine.call('account.useToken', { token }).catch(() => null);
    await engine.call('account.useToken', { token: `${token}-wrong` }).catch(() => null);
    engine.write(`{"jsonrpc":"2.0","id":99,"method":"account.useToken","params":{"token":["${token}"]}}\n`);
    await until('it answers', () => answersTo(engine.lines, 99).length === 1);
    await engine.end();
    const files = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'latin1'));
    for (const text of [engine.log(), ...engine.lines, ...files]) expect(text).not.toContain(token);
    expect(files.length).toBeGreaterThan(0);
  });
});

describe('npm run engine', () => {
  const run = (args: string[]) => promisify(execFile)('npm', ['run', '--silent', 'engine', '--', ...args]);

  test('explains itself with --help', async () => {
    const { stdout } = await run(['--help']);
    expect(stdout).toContain('--data DIR');
    expect(stdout.split('\n')[0]).toMatch(/^Usage:/);
  });

  test('names an unknown option, and exits with 2', async () => {
    const failure = await run(['--data', 'x', '--colour']).catch((error) => error);
    expect(failure.code).toBe(2);
    expect(failure.stderr).toContain('--colour');
  });
});
