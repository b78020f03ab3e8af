import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import type { ScenarioInput } from '#simulator/scenario/scenario.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { expectPermissions } from '../../support/platform.ts';
import { idsOf, startTestSimulator } from '../startTestSimulator.ts';

const SCENARIO: ScenarioInput = {
  account: { handle: 'harbourhelp', name: 'Harbour Help' },
  people: [{ handle: 'ann', name: 'Ann' }],
  events: [
    { kind: 'post', afterMs: -1000, from: 'ann', text: '@harbourhelp hello?' },
    { kind: 'post', afterMs: 10_000, from: 'ann', text: '@harbourhelp still there?' },
  ],
  followUps: [{ handle: 'ann', channel: 'public', delayMs: 5000, texts: ['one', 'two'] }],
};

function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perch-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'below', 'state.json');
}

it('saves its state to a file on demand, from which another simulator continues', async () => {
  const path = stateFile();
  const options = { scenario: SCENARIO, clock: fakeClock() };
  const first = await startTestSimulator(options);
  const mentions = `/2/users/${first.accountId}/mentions`;
  first.control.mention({ from: 'ann', text: 'And now?' });
  const before = await first.get(mentions);
  first.saveTo(path);
  await first.close();
  const second = await startTestSimulator({ ...options, stateFile: path });
  expect((await second.get(mentions)).body).toEqual(before.body);
});

it('restores everything after a restart, with the same ids', async () => {
  const path = stateFile();
  const options = { scenario: SCENARIO, stateFile: path, clock: fakeClock() };
  const first = await startTestSimulator(options);
  const mentions = `/2/users/${first.accountId}/mentions`;
  const before = await first.get(mentions);
  const reply = { in_reply_to_tweet_id: idsOf(before)[0] };
  const created = await first.send('POST', '/2/tweets', { text: 'Hi!', reply });
  const { accessToken } = first.control.issueTokens();
  await first.close();
  expectPermissions(path, 0o600);

  const second = await startTestSimulator(options);
  expect((await second.get(mentions, {}, accessToken)).body).toEqual(before.body);
  expect(second.control.state().sentPosts.map(({ id }) => id)).toEqual([created.data[0]?.id]);
});

it('is saved before the response is sent, so a crash loses nothing confirmed', async () => {
  const path = stateFile();
  const clock = fakeClock();
  const first = await startTestSimulator({ scenario: SCENARIO, stateFile: path, clock });
  await first.send('POST', '/2/tweets', { text: 'Hello' });
  const second = await startTestSimulator({ scenario: SCENARIO, stateFile: path, clock });
  expect(second.control.state().sentPosts).toHaveLength(1);
  expect(readdirSync(join(path, '..'))).toEqual(['state.json']);
});

it('postpones scheduled events by the downtime', async () => {
  const path = stateFile();
  const clock = fakeClock();
  const first = await startTestSimulator({ scenario: SCENARIO, stateFile: path, clock });
  clock.jump(4000);
  await first.get('/2/users/me');
  first.control.ownPost({ text: 'a change, so that the file is written' });
  await first.close();
  clock.jump(HOUR_MS);

  const second = await startTestSimulator({ scenario: SCENARIO, stateFile: path, clock });
  const mentions = `/2/users/${second.accountId}/mentions`;
  clock.jump(5999);
  expect((await second.get(mentions)).data).toHaveLength(1);
  clock.jump(1);
  expect((await second.get(mentions)).data).toHaveLength(2);
});

it('remembers how far each person’s follow-ups have got', async () => {
  const path = stateFile();
  const clock = fakeClock();
  const getReaction = async (text: string) => {
    const simulator = await startTestSimulator({ scenario: SCENARIO, stateFile: path, clock });
    const mentions = `/2/users/${simulator.accountId}/mentions`;
    const reply = { in_reply_to_tweet_id: idsOf(await simulator.get(mentions))[0] };
    await simulator.send('POST', '/2/tweets', { text, reply });
    clock.jump(5000);
    const newest = (await simulator.get(mentions)).data[0]?.text;
    await simulator.close();
    return newest;
  };
  expect(await getReaction('first')).toBe('@harbourhelp one');
  expect(await getReaction('second')).toBe('@harbourhelp two');
});

it('has scheduled events under the key that earlier versions read', async () => {
  const path = stateFile();
  const simulator = await startTestSimulator({ scenario: SCENARIO, stateFile: path });
  await simulator.get('/2/users/me');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 1,
    pending: [{ happening: { kind: 'post', text: '@harbourhelp still there?' } }],
  });
});

it('starts afresh if the file is damaged, and keeps a copy', async () => {
  const path = stateFile();
  mkdirSync(dirname(path));
  writeFileSync(path, '{"format":1,"people":[');
  const simulator = await startTestSimulator({ scenario: SCENARIO, stateFile: path });
  expect((await simulator.get(`/2/users/${simulator.accountId}/mentions`)).data).toHaveLength(1);
  expect(readdirSync(dirname(path)).sort()).toEqual(['state.json', 'state.json.damaged']);
});

it('refuses a file of a newer version and leaves it unchanged', async () => {
  const path = stateFile();
  mkdirSync(dirname(path));
  writeFileSync(path, '{"format":2}');
  await expect(startTestSimulator({ scenario: SCENARIO, stateFile: path })).rejects.toThrow('format 2');
  expect(readdirSync(dirname(path))).toEqual(['state.json']);
});

it('is not written unless a path is given', async () => {
  const path = stateFile();
  const simulator = await startTestSimulator({ scenario: SCENARIO });
  await simulator.send('POST', '/2/tweets', { text: 'Hello' });
  expect(existsSync(path)).toBe(false);
});
