import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Control, startSimulator } from '#simulator/simulator.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { type SpawnedEngine, spawnEngine } from '../../support/spawnEngine.ts';
import { until } from '../../support/startTestEngine.ts';

const runs = Number(process.env.PERCH_KILL_RUNS ?? 25);
const seed = Number(process.env.PERCH_KILL_SEED ?? 20_260_101);
const people = ['anna', 'bob', 'carl', 'dora'];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** X prefixes a reply with the handle of its addressee. */
const withoutMention = (text: string) => text.replace(/^@\w+ /, '');

interface Story {
  readonly control: Control;
  readonly chance: () => number;
  /** The texts that the engine has acknowledged, and all that it was ever asked to send. */
  readonly confirmed: Map<string, string>;
  readonly asked: Set<string>;
  /** What people wrote. */
  readonly written: Set<string>;
}

const hasReply = (control: Control): boolean => {
  const { sentDms, sentPosts } = control.state();
  return sentDms.length + sentPosts.length > 0;
};

/** One life of an engine: people write, it captures and replies, until it is killed at some moment. */
async function live(story: Story, engine: SpawnedEngine, run: number): Promise<void> {
  const { control, chance } = story;
  people.forEach((from, n) => {
    const text = `message ${run}-${n}`;
    if (n % 2 === 0) control.mention({ from, text });
    else control.dm({ from, text });
    story.written.add(text);
  });
  const work = async () => {
    const listed = await engine.call('conversations.list', { view: 'all' });
    const round = engine.call('capture.pollNow', {});
    const answers = (listed?.items ?? []).map(async ({ id, person, reason }) => {
      const channel = reason === 'dm' ? 'dm' : 'public';
      const text = `answer ${run} to ${person.handle}`;
      story.asked.add(text);
      const answer = await engine.call('replies.send', {
        conversationId: id,
        channel,
        text,
        undoMs: 0,
      });
      if (answer) story.confirmed.set(text, answer.outboxId);
    });
    await Promise.all([round, ...answers]);
  };
  const working = work();
  // The second life is the first with somebody to reply to. On a slow machine no other might be long enough for a reply.
  if (run === 1) await until('X has a reply', () => hasReply(control));
  else await new Promise((resolve) => setTimeout(resolve, chance() * 300));
  await engine.kill();
  await working;
}

test(
  `loses nothing and doubles nothing in ${runs} crashes`,
  async () => {
    const simulator = await startSimulator({ limits: false });
    onTestFinished(() => simulator.close());
    const dir = testFolder();
    const { control } = simulator;
    const story: Story = {
      control,
      chance: numbersFrom(seed),
      confirmed: new Map(),
      asked: new Set(),
      written: new Set(),
    };
    const start = async () => {
      const engine = spawnEngine(['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0']);
      onTestFinished(() => engine.kill());
      await engine.call('capture.status', {});
      return engine;
    };
    for (let run = 0; run < runs; run += 1) {
      // Slow responses make it likely that a crash cuts one off.
      control.addFault({ kind: 'slow', delayMs: Math.round(story.chance() * 60), match: { method: 'POST' } });
      await live(story, await start(), run);
    }

    const engine = await start();
    control.clearFaults();
    await engine.call('capture.pollNow', {});
    const outbox = async () => (await engine.call('outbox.list', {}))?.items ?? [];
    await until('every answer is sent or was looked for', async () => {
      const entries = await outbox();

      // The person wrote again before the reply was sent, so it is stopped.
      const stopped = entries.filter(({ error }) => error?.code === 'lookAgain');
      for (const { id } of stopped) await engine.call('outbox.confirm', { id });
      // After a crash, what was in the outbox waits two and a half minutes, and all later replies to the same person behind it.
      // The chaos runs, which advance the clock, see them go out.
      const delayed = new Set(
        entries
          .filter(({ error }) => error?.code === 'resendDelayed')
          .map(({ conversationId }) => conversationId),
      );
      return entries.every(
        ({ state, error, conversationId }) =>
          state === 'sent' ||
          (state === 'unknown' && error?.code === 'outcomeUnknown' && error.looks > 0) ||
          (state === 'queued' && delayed.has(conversationId)),
      );
    });
    const { sentDms, sentPosts } = control.state();
    const onX = [...sentDms, ...sentPosts].map(({ text }) => withoutMention(text));
    const entries = new Map((await outbox()).map((entry) => [entry.text, entry]));
    for (const text of story.asked) {
      const times = onX.filter((other) => other === text).length;
      const entry = entries.get(text);
      expect(entry !== undefined || !story.confirmed.has(text), `${text} is lost`).toBe(true);
      if (entry?.state === 'queued') expect(times, `${text} on X`).toBeLessThanOrEqual(1);
      else expect(times, `${text} on X`).toBe(entry?.state === 'sent' ? 1 : 0);
    }
    expect([...entries.values()].filter(({ state }) => state === 'sent').length).toBeGreaterThan(0);
    expect(story.confirmed.size).toBeGreaterThan(0);

    const conversations = (await engine.call('conversations.list', { view: 'all' }))?.items ?? [];
    const stored: string[] = [];
    for (const { id } of conversations) {
      const history = await engine.call('conversations.get', { id, limit: 1_000 });
      stored.push(...(history?.messages ?? []).map((message) => withoutMention(message.text)));
    }
    const sent = [...entries.keys()];
    expect(stored.toSorted()).toEqual([...story.written, ...sent].toSorted());
    expect(conversations).toHaveLength(people.length);
    expect(engine.log()).not.toContain('.failed');
    expect(await engine.end()).toBe(0);

    const db = new Database(join(dir, 'perch.sqlite'));
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.close();
  },
  60_000 + runs * 3_000,
);
