import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/time.ts';
import { idsOf, startTestSimulator, type TestSimulator } from './startTestSimulator.ts';

async function startWithMentions(
  count: number,
): Promise<{ simulator: TestSimulator; ids: string[]; path: string }> {
  const simulator = await startTestSimulator({ limits: false });
  const ids = Array.from({ length: count }, (_, index) => {
    simulator.clock.jump(1000);
    return simulator.control.mention({ from: `person${index % 7}`, text: `question ${index}` }).id;
  });
  return { simulator, ids: ids.reverse(), path: `/2/users/${simulator.accountId}/mentions` };
}

async function readAll(
  simulator: TestSimulator,
  path: string,
  query: Record<string, string>,
): Promise<string[]> {
  const found: string[] = [];
  let token: unknown;
  do {
    const more = typeof token === 'string' ? { pagination_token: token } : {};
    const page = await simulator.get(path, { ...query, ...more });
    found.push(...idsOf(page));
    token = page.meta.next_token;
  } while (token !== undefined);
  return found;
}

describe('mentions', () => {
  it('come newest first, page by page, each once', async () => {
    const { simulator, ids, path } = await startWithMentions(23);
    expect(await readAll(simulator, path, { max_results: '5' })).toEqual(ids);
  });

  it('keep their pages when new ones arrive in between', async () => {
    const { simulator, ids, path } = await startWithMentions(12);
    const first = await simulator.get(path, { max_results: '5' });
    simulator.control.mention({ from: 'late', text: 'me too' });
    const second = await simulator.get(path, {
      max_results: '5',
      pagination_token: String(first.meta.next_token),
    });
    expect(idsOf(second)).toEqual(ids.slice(5, 10));
  });

  it('go back with the previous token', async () => {
    const { simulator, ids, path } = await startWithMentions(12);
    const first = await simulator.get(path, { max_results: '5' });
    const second = await simulator.get(path, {
      max_results: '5',
      pagination_token: String(first.meta.next_token),
    });
    const back = await simulator.get(path, {
      max_results: '5',
      pagination_token: String(second.meta.previous_token),
    });
    expect(idsOf(back)).toEqual(ids.slice(0, 5));
    expect(first.meta.previous_token).toBeUndefined();
  });

  it.each([
    ['since_id', 4, (ids: string[]) => ids.slice(0, 4)],
    ['until_id', 4, (ids: string[]) => ids.slice(5)],
  ] as const)('stop at %s, exclusively', async (name, at, expected) => {
    const { simulator, ids, path } = await startWithMentions(10);
    const page = await simulator.get(path, { max_results: '100', [name]: ids[at] ?? '' });
    expect(idsOf(page)).toEqual(expected(ids));
  });

  it('stay within start and end time', async () => {
    const { simulator, ids, path } = await startWithMentions(10);
    const now = simulator.clock.now();
    const query = {
      start_time: new Date(now - 5000).toISOString(),
      end_time: new Date(now - 2000).toISOString(),
    };
    expect(idsOf(await simulator.get(path, query))).toEqual(ids.slice(3, 6));
  });

  it('report the newest and oldest id of a page', async () => {
    const { simulator, ids, path } = await startWithMentions(8);
    const { meta } = await simulator.get(path, { max_results: '5' });
    expect(meta).toMatchObject({ newest_id: ids[0], oldest_id: ids[4], result_count: 5 });
  });

  it('end after the newest 800', async () => {
    const { simulator, ids, path } = await startWithMentions(805);
    expect(await readAll(simulator, path, { max_results: '100' })).toEqual(ids.slice(0, 800));
  });

  it('do not include the account’s own posts', async () => {
    const simulator = await startTestSimulator();
    simulator.control.ownPost({ text: 'We are @harbourhelp' });
    expect((await simulator.get(`/2/users/${simulator.accountId}/mentions`)).data).toEqual([]);
  });
});

describe('other lists', () => {
  it('searches cover seven days', async () => {
    const simulator = await startTestSimulator();
    const now = simulator.clock.now();
    simulator.control.post({ from: 'ann', text: 'harbour is slow', at: now - 8 * DAY_MS });
    const fresh = simulator.control.post({ from: 'ann', text: 'harbour is fast', at: now - 6 * DAY_MS });
    expect(idsOf(await simulator.get('/2/tweets/search/recent', { query: 'harbour' }))).toEqual([fresh.id]);
    const tooFar = await simulator.get('/2/tweets/search/recent', { query: 'harbour', since_id: '1' });
    expect(tooFar.status).toBe(400);
  });

  it('direct messages cover 30 days, newest first', async () => {
    const simulator = await startTestSimulator({ limits: false });
    const now = simulator.clock.now();
    simulator.control.dm({ from: 'ann', text: 'long ago', at: now - 31 * DAY_MS });
    const early = simulator.control.dm({ from: 'ann', text: 'last month', at: now - 29 * DAY_MS });
    const own = simulator.control.ownDm({ to: 'ann', text: 'yes?', at: now - 28 * DAY_MS });
    const late = simulator.control.dm({ from: 'bob', text: 'today' });
    expect(await readAll(simulator, '/2/dm_events', { max_results: '1' })).toEqual([
      late.id,
      own.id,
      early.id,
    ]);
  });

  it('the account’s timeline excludes replies on request', async () => {
    const simulator = await startTestSimulator();
    const question = simulator.control.mention({ from: 'ann', text: 'hello?' });
    simulator.clock.jump(1000);
    const reply = simulator.control.ownPost({ text: '@ann hi', replyToId: question.id });
    simulator.clock.jump(1000);
    const news = simulator.control.ownPost({ text: 'We have news' });
    const path = `/2/users/${simulator.accountId}/tweets`;
    expect(idsOf(await simulator.get(path))).toEqual([news.id, reply.id]);
    expect(idsOf(await simulator.get(path, { exclude: 'replies' }))).toEqual([news.id]);
  });
});
