import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { createRandom } from '#simulator/base/random.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const callsTo = (engine: TestEngine) =>
  engine.control.state().requestLog.filter(({ path }) => path.endsWith('/quote_tweets'));

const poll = (engine: TestEngine) => engine.call('capture.pollNow', {});

const listAll = async (engine: TestEngine) =>
  (await engine.call('conversations.list', { view: 'all' })).items;

/** An engine that has captured an own post a while ago. */
async function startWithOwnPost() {
  const engine = await startTestEngine();
  const post = engine.control.ownPost({ text: 'Our new app is here' });
  await poll(engine);
  await engine.clock.advance(HOUR_MS);
  return { engine, post };
}

describe('a quote of an own post that does not name the account', () => {
  test('opens a conversation with the reason quote, and shows the quoted post', async () => {
    const { engine, post } = await startWithOwnPost();
    engine.control.post({ from: 'anna', text: 'It crashes all day', quotedId: post.id });
    await poll(engine);
    const [conversation] = await listAll(engine);
    expect(conversation).toMatchObject({ person: { handle: 'anna' }, reason: 'quote' });
    const { messages } = await engine.call('conversations.get', { id: conversation?.id ?? '' });
    expect(messages.at(-1)?.text).toContain('It crashes all day');
    const { items } = await engine.call('conversations.list', { view: 'queue' });
    expect(items).toHaveLength(1);
  });

  test('is found whichever wording of the post it quotes', async () => {
    const { engine, post } = await startWithOwnPost();
    engine.control.post({ from: 'anna', text: 'It crashes', quotedId: post.id });
    engine.control.editPost({ id: post.id, text: 'Our new app is out' });
    await poll(engine);
    await engine.clock.advance(HOUR_MS);
    await poll(engine);
    expect((await listAll(engine)).map(({ reason }) => reason)).toEqual(['quote']);
  });

  test('is stored once if it names the account, too', async () => {
    const { engine, post } = await startWithOwnPost();
    engine.control.mention({ from: 'anna', text: 'It crashes', quotedId: post.id });
    await poll(engine);
    const [conversation] = await listAll(engine);
    const { messages } = await engine.call('conversations.get', { id: conversation?.id ?? '' });
    expect(messages.filter(({ direction, context }) => direction === 'in' && !context)).toHaveLength(1);
  });

  test('costs a post read under its own name in the cost report', async () => {
    const { engine, post } = await startWithOwnPost();
    engine.control.post({ from: 'anna', text: 'It crashes', quotedId: post.id });
    await poll(engine);
    const now = engine.clock.now();
    const report = await engine.call('reports.costs', { from: now - DAY_MS, to: now + 1 });
    // The own post was read on the same day, so counting its quotes is free.
    expect(report.sources.find(({ source }) => source === 'quotes')).toMatchObject({ usd: 0.005 });
  });
});

test('asks for no quotes while X counts none, and not again for those that are known', async () => {
  const { engine, post } = await startWithOwnPost();
  await poll(engine);
  expect(callsTo(engine)).toHaveLength(0);
  engine.control.post({ from: 'anna', text: 'It crashes', quotedId: post.id });
  await engine.clock.advance(HOUR_MS);
  await poll(engine);
  expect(callsTo(engine)).toHaveLength(1);
  await engine.clock.advance(HOUR_MS);
  await poll(engine);
  expect(callsTo(engine)).toHaveLength(1);
});

test('counts the quotes of a post less and less often', async () => {
  const { engine, post } = await startWithOwnPost();
  // Each poll reads the newest own post again, and counts its quotes with that.
  engine.control.ownPost({ text: 'Another one' });
  const countLookups = () =>
    engine.control
      .state()
      .requestLog.filter(({ path, query }) => path === '/2/tweets' && query.includes(post.id)).length;
  const passDay = async () => {
    const before = countLookups();
    for (let hour = 0; hour < 24; hour += 1) {
      await engine.clock.advance(HOUR_MS);
      await poll(engine);
    }
    return countLookups() - before;
  };
  const first = await passDay();
  await passDay();
  const third = await passDay();
  expect(first).toBeLessThan(24);
  expect(third).toBeGreaterThan(0);
  expect(third).toBeLessThan(first / 2);
});

test('does nothing when it is switched off, and fetches what it missed when it is switched on again', async () => {
  const { engine, post } = await startWithOwnPost();
  await engine.call('settings.set', { captureQuotes: false });
  engine.control.post({ from: 'anna', text: 'It crashes', quotedId: post.id });
  await poll(engine);
  await engine.clock.advance(DAY_MS);
  await poll(engine);
  expect([callsTo(engine).length, (await listAll(engine)).length]).toEqual([0, 0]);
  await engine.call('settings.set', { captureQuotes: true });
  await poll(engine);
  expect(await listAll(engine)).toHaveLength(1);
});

describe('an interrupted list of quotes', () => {
  // Lets the first page pass and fails the second.
  const seedForSecond = Array.from({ length: 100 }, (_, seed) => seed + 1).find((seed) => {
    const random = createRandom(seed);
    return random() >= 0.5 && random() < 0.5;
  });

  async function startWithManyQuotes() {
    const started = await startWithOwnPost();
    const { engine, post } = started;
    for (let n = 0; n < 130; n += 1) {
      engine.control.post({ from: `person${n}`, text: `quote ${n}`, quotedId: post.id });
    }
    engine.control.addFault({
      kind: 'serverError',
      match: { path: 'quote_tweets$' },
      probability: 0.5,
      seed: seedForSecond,
    });
    return started;
  }

  test('is read to its end later, and the failure is reported until then', async () => {
    const { engine } = await startWithManyQuotes();
    await poll(engine);
    const status = await engine.call('capture.status', {});
    expect(status.quotesError).toMatchObject({ code: 'xFailed', status: 503 });
    engine.control.clearFaults();
    await engine.clock.advance(MINUTE_MS);
    await poll(engine);
    const { counts } = await engine.call('conversations.counts', {});
    expect(counts.all).toBe(130);
    expect((await engine.call('capture.status', {})).quotesError).toBeUndefined();
  });
});

test('stops expecting a quote that X counts but never shows', async () => {
  const engine = await startTestEngine();
  const raw = { public_metrics: { quote_count: 2 } };
  const post = engine.control.ownPost({ text: 'Our new app is here', raw });
  engine.control.post({ from: 'anna', text: 'It crashes', quotedId: post.id });
  for (let n = 0; n < 12; n += 1) {
    await poll(engine);
    await engine.clock.advance(HOUR_MS);
  }
  expect(await listAll(engine)).toHaveLength(1);
  expect(callsTo(engine)).toHaveLength(3);
});
