import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine } from '../../../support/startTestEngine.ts';
import { poll, post, save } from '../support.ts';

/** Sixty hours with a hit each, then one in which six people write about a strike. */
async function withTheme() {
  const engine = await startTestEngine();
  const { id: searchId } = await save(engine, 'parcel');
  for (let n = 0; n < 60; n += 1) {
    post(engine, `parcel of person ${n}`, `person${n}`);
    engine.clock.jump(HOUR_MS);
    if (n % 20 === 19) await poll(engine);
  }
  for (let n = 0; n < 6; n += 1)
    post(engine, n % 2 === 0 ? 'My parcel and the strike' : 'Strike. No parcel.', `striker${n}`);
  engine.clock.jump(MINUTE_MS);
  await poll(engine);
  return { engine, searchId };
}

test('what many write about in an hour is a theme of the hits, and lists them', async () => {
  const { engine, searchId } = await withTheme();
  const { items } = await engine.call('listening.themes', {});
  expect(items).toEqual([{ term: 'strike', label: 'Strike', authors: 6, usual: expect.any(Number) }]);
  expect(await engine.call('listening.themes', { searchId })).toEqual({ items });
  const found = await engine.call('listening.list', { filter: { theme: 'strike' } });
  expect(found.items).toHaveLength(6);
  expect(await engine.fail('listening.themes', { searchId: 'nowhere' })).toMatchObject({ code: 'notFound' });
  engine.clock.jump(HOUR_MS);
  expect(await engine.call('listening.themes', {})).toEqual({ items: [] });
});

test('hidden posts and blocked authors make no theme', async () => {
  const { engine } = await withTheme();
  const { items } = await engine.call('listening.list', { filter: { theme: 'strike' } });
  const [first, second, third] = items.map(({ message }) => message);
  await engine.call('listening.hide', { messageId: first?.id ?? '' });
  await engine.call('listening.block', { personId: second?.author.id ?? '' });
  expect((await engine.call('listening.themes', {})).items).toMatchObject([{ term: 'strike', authors: 4 }]);
  await engine.call('listening.block', { personId: third?.author.id ?? '' });
  expect((await engine.call('listening.themes', {})).items).toEqual([]);
});
