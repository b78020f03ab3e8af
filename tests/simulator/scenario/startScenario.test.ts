import { describe, expect, it } from 'vitest';
import { idTimeMs } from '#simulator/base/ids.ts';
import type { ScenarioInput } from '#simulator/scenario/scenario.ts';
import { startTestSimulator, type TestSimulator } from '../startTestSimulator.ts';

const account = { handle: 'harbourhelp', name: 'Harbour Help' };
const people = [
  { handle: 'ann', name: 'Ann' },
  { handle: 'bob', name: 'Bob' },
];

const SCENARIO: ScenarioInput = {
  account,
  people,
  events: [
    { kind: 'post', afterMs: -60_000, from: 'ann', text: '@harbourhelp hello?', ref: 'q' },
    { kind: 'post', afterMs: -30_000, from: 'harbourhelp', text: '@ann hi!', ref: 'a', replyTo: 'q' },
    { kind: 'dm', afterMs: -20_000, with: 'ann', text: 'My number is 12' },
    { kind: 'dm', afterMs: -10_000, with: 'ann', sentByAccount: true, text: 'Thank you' },
    { kind: 'post', afterMs: 4000, from: 'ann', text: '@harbourhelp one more thing', replyTo: 'a' },
  ],
  followUps: [
    { handle: 'ann', channel: 'public', delayMs: 3000, texts: ['thanks', 'bye'] },
    { handle: 'ann', channel: 'dm', delayMs: 2000, texts: ['here you go'] },
  ],
  thanks: { texts: ['cheers'], delayMs: [1000, 5000], probability: 1 },
};

async function texts(simulator: TestSimulator): Promise<unknown[]> {
  const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
  return data.map(({ text }) => text);
}

async function replyTo(simulator: TestSimulator, text: string): Promise<void> {
  const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
  const reply = { in_reply_to_tweet_id: String(data[0]?.id) };
  expect((await simulator.send('POST', '/2/tweets', { text, reply })).status).toBe(201);
}

describe('a scenario', () => {
  it('starts with its past events, each with its own date', async () => {
    const simulator = await startTestSimulator({ scenario: SCENARIO });
    const start = simulator.clock.now();
    const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`);
    expect(data).toHaveLength(1);
    expect(idTimeMs(String(data[0]?.id))).toBe(start - 60_000);
    const messages = await simulator.get('/2/dm_events', { 'dm_event.fields': 'sender_id' });
    expect(messages.data).toMatchObject([
      { text: 'Thank you', sender_id: simulator.accountId },
      { text: 'My number is 12' },
    ]);
  });

  it('makes future events happen on time', async () => {
    const simulator = await startTestSimulator({ scenario: SCENARIO });
    simulator.clock.jump(3999);
    expect(await texts(simulator)).toHaveLength(1);
    simulator.clock.jump(1);
    expect(await texts(simulator)).toEqual(['@harbourhelp one more thing', '@harbourhelp hello?']);
  });

  it('puts replies into the conversation of their parent', async () => {
    const simulator = await startTestSimulator({ scenario: SCENARIO });
    simulator.clock.jump(4000);
    const { data } = await simulator.get(`/2/users/${simulator.accountId}/mentions`, {
      'tweet.fields': 'conversation_id',
    });
    expect(data[0]?.conversation_id).toBe(data[1]?.id);
  });

  it('has people reply with their follow-ups, until these run out', async () => {
    const simulator = await startTestSimulator({ scenario: SCENARIO });
    await replyTo(simulator, 'first');
    simulator.clock.jump(2999);
    expect((await texts(simulator))[0]).toBe('@harbourhelp hello?');
    simulator.clock.jump(1);
    expect((await texts(simulator))[0]).toBe('@harbourhelp thanks');
    simulator.clock.jump(1001);
    await replyTo(simulator, 'second');
    simulator.clock.jump(3000);
    await replyTo(simulator, 'third');
    simulator.clock.jump(60_000);
    expect((await texts(simulator))[0]).toBe('@harbourhelp bye');
  });

  it('has people answer a direct message with a direct message', async () => {
    const simulator = await startTestSimulator({ scenario: SCENARIO });
    const ann = await simulator.get('/2/users/by/username/ann');
    const path = `/2/dm_conversations/with/${ann.data[0]?.id}`;
    await simulator.send('POST', `${path}/messages`, { text: 'Which number?' });
    simulator.clock.jump(2000);
    const { data } = await simulator.get(`${path}/dm_events`, { max_results: '1' });
    expect(data).toMatchObject([{ text: 'here you go' }]);
  });

  it('has people write in private once a public reply asks them to', async () => {
    const handedOver = { texts: ['as you asked'], delayMs: [1000, 2000] as [number, number] };
    const simulator = await startTestSimulator({ scenario: { ...SCENARIO, handedOver } });
    await replyTo(
      simulator,
      `Write here: https://x.com/messages/compose?recipient_id=${simulator.accountId}`,
    );
    simulator.clock.jump(2000);
    const messages = async () => (await simulator.get('/2/dm_events')).data.map(({ text }) => text);
    expect((await messages())[0]).toBe('as you asked');
    await replyTo(simulator, 'Please send us a private message!');
    simulator.clock.jump(60_000);
    expect((await messages()).filter((text) => text === 'as you asked')).toHaveLength(1);
  });

  it('has people tell a score when they are asked for one, and say nothing to the thanks', async () => {
    const surveyed = [{ handle: 'ann', delayMs: 1000, csat: 'a 5', nps: '9/10' }];
    const simulator = await startTestSimulator({ scenario: { ...SCENARIO, surveyed } });
    const ann = await simulator.get('/2/users/by/username/ann');
    const path = `/2/dm_conversations/with/${ann.data[0]?.id}`;
    const write = async (text: string) => {
      await simulator.send('POST', `${path}/messages`, { text });
      simulator.clock.jump(2000);
      return (await simulator.get(`${path}/dm_events`, { max_results: '1' })).data[0]?.text;
    };
    expect(await write('How was it, from 1 (very poor) to 5 (excellent)?')).toBe('a 5');
    expect(await write('Thank you!')).toBe('Thank you!');
    expect(await write('Recommended, van 0 (nee) tot 10 (ja)?')).toBe('9/10');
    expect(await write('Thank you!')).toBe('Thank you!');
    expect(await write('Which number?')).toBe('here you go');
  });

  it('has other people say thank you once', async () => {
    const simulator = await startTestSimulator({ scenario: SCENARIO });
    simulator.control.mention({ from: 'bob', text: 'what about me?' });
    await replyTo(simulator, 'You too');
    simulator.clock.jump(5000);
    expect((await texts(simulator)).filter((text) => text === '@harbourhelp cheers')).toHaveLength(1);
    await replyTo(simulator, 'Welcome');
    simulator.clock.jump(5000);
    expect((await texts(simulator)).filter((text) => text === '@harbourhelp cheers')).toHaveLength(1);
  });
});
