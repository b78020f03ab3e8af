import { expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';

const texts = [
  'https://a.example/?$&',
  "See https://a.example/?$$&b=$`&c=$'d please",
  'Hi @anna, R&D <3 &amp; https://a.example/?$& 👍🏽\nhttps://a.example/?x=1&lt;=2',
  'https://a.example/?$& and https://a.example/?$&',
];

async function listOwn(engine: TestEngine, id: string) {
  const { messages } = await engine.call('conversations.get', { id });
  return messages.filter(({ direction }) => direction === 'out');
}

test.each((['public', 'dm'] as const).flatMap((channel) => texts.map((text) => ({ channel, text }))))(
  'a reply whose response was lost is found again, not sent twice ($channel: $text)',
  async ({ channel, text }) => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'reset', when: 'after', match: { method: 'POST' } });
    const outboxId = await engine.send(id, text, channel);
    await untilState(engine, outboxId, 'unknown');
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
    const { sentPosts, sentDms } = engine.control.state();
    expect([...sentPosts, ...sentDms]).toHaveLength(1);
    await engine.clock.advance(600_000);
    await engine.call('capture.pollNow', {});
    expect(await listOwn(engine, id)).toHaveLength(1);
    if (channel === 'dm') return;
    // The daily check reads the post again: each link stands where the agent wrote it.
    await engine.clock.advance(24 * 3_600_000);
    await engine.call('capture.pollNow', {});
    const [own] = await listOwn(engine, id);
    expect(own?.text).toBe(text);
    const written = [...text.matchAll(/https:\/\/\S+/g)].map(({ 0: url, index }) => ({
      start: index,
      end: index + url.length,
      shown: url,
      url,
    }));
    expect(own?.links).toEqual(written);
  },
);

test.each(['public', 'dm'] as const)(
  'a lost reply that quotes a post is found again, though X takes its link for the quote (%s)',
  async (channel) => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const { id: quoted } = engine.control.post({ from: 'bob', text: 'The news' });
    engine.control.addFault({ kind: 'reset', when: 'after', match: { method: 'POST' } });
    const outboxId = await engine.send(id, `See https://x.com/bob/status/${quoted}`, channel);
    await untilState(engine, outboxId, 'unknown');
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
    await engine.clock.advance(600_000);
    await engine.call('capture.pollNow', {});
    const { sentPosts, sentDms } = engine.control.state();
    expect([...sentPosts, ...sentDms]).toHaveLength(1);
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.filter(({ direction }) => direction === 'out')).toHaveLength(1);
  },
);
