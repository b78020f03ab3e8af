import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { engineContract } from '#shared/contract/engine.ts';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { fillVariables } from '#shared/domain/variables.ts';
import { ok } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { seedDemo, seedReplies } from '#shell/workspaces/seedDemo.ts';
import { loadScenario } from '#simulator/scenario/loadScenario.ts';
import { startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const scenarioFile = fileURLToPath(new URL('../../../assets/demo/scenario.json', import.meta.url));

const answered = seedReplies.map(({ handle }) => handle);

async function startDemo(): Promise<TestEngine> {
  const loaded = loadScenario(scenarioFile);
  if (!loaded.ok) throw new Error(loaded.error.join('\n'));
  return startTestEngine({ agentName: 'Sam' }, loaded.value);
}

const seed = (demo: TestEngine) =>
  seedDemo(async (method, input) => {
    const result = await demo.engine.handle(method, input);
    return result.ok ? ok(engineContract[method].output.parse(result.value) as never) : result;
  });

test('gives a new demo posts found, two replies of a colleague and their price', async () => {
  const demo = await startDemo();
  expect(await seed(demo)).toEqual({ ok: true, value: null });
  await until('the replies are on X', () => {
    const { sentPosts, sentDms } = demo.control.state();
    return sentPosts.length + sentDms.length === seedReplies.length;
  });
  const { items: outbox } = await demo.call('outbox.list', {});
  expect(outbox.map(({ agent, channel }) => ({ agent, channel }))).toEqual([
    { agent: 'Noor', channel: 'dm' },
    { agent: 'Noor', channel: 'public' },
  ]);
  const { items: hits } = await demo.call('listening.list', {});
  expect(new Set(hits.map(({ message }) => message.lang))).toEqual(new Set(['en', 'nl', 'fr']));
  expect(await demo.call('listening.counts', {})).toEqual({ unread: 6, hidden: 0 });
  const now = demo.clock.now();
  const { conversations } = await demo.call('reports.costs', { from: now - MINUTE_MS, to: now + MINUTE_MS });
  expect(conversations.map(({ handle }) => handle)).toEqual(expect.arrayContaining(answered));
});

test('leaves the demo to its agent, with the colleague’s conversations waiting for the customer', async () => {
  const demo = await startDemo();
  await seed(demo);
  expect(await demo.call('agents.list', {})).toMatchObject({ me: 'Sam', all: ['Sam', 'Noor'] });
  await demo.clock.advance(2 * MINUTE_MS);
  await demo.call('capture.pollNow', {});
  const handlesIn = async (view: 'queue' | 'pending') => {
    const { items } = await demo.call('conversations.list', { view, limit: 200 });
    return items.map(({ person }) => person.handle);
  };
  expect(await handlesIn('pending')).toEqual(expect.arrayContaining(answered));
  expect(await handlesIn('queue')).not.toEqual(expect.arrayContaining(answered));
});

test('fills the library, with wordings that fit into a post and lead to hosts of the company', async () => {
  const demo = await startDemo();
  await seed(demo);
  const { items } = await demo.call('library.list', {});
  expect(items).toHaveLength(10);
  const texts = items.flatMap((canned) => canned.texts);
  expect(new Set(texts.map(({ language }) => language))).toEqual(new Set(['en', 'nl', 'fr']));
  const filled = texts.map(({ text, channel }) => {
    const values = {
      firstName: 'Maximilian',
      orderNumber: 'NL-2026-48213',
      agent: 'Noor',
      company: 'Harbour Help',
    };
    const { text: sent, missing } = fillVariables(text, values);
    expect(missing).toEqual([]);
    return channel === 'dm' ? 0 : weightedLength(sent);
  });
  expect(Math.max(...filled)).toBeLessThanOrEqual(POST_LIMIT);
  const hosts = texts.flatMap(({ text }) => text.match(/https:\/\/[^/]+/g) ?? []);
  expect(new Set(hosts)).toEqual(new Set(['https://harbour.example.com']));
});

test('says what went wrong, and leaves the agent as they were', async () => {
  const demo = await startTestEngine({ agentName: 'Sam' });
  expect(await seed(demo)).toEqual({
    ok: false,
    error: { code: 'notFound', what: 'conversation', id: 'fenna_smit' },
  });
  expect(await demo.call('agents.list', {})).toMatchObject({ me: 'Sam' });
});
