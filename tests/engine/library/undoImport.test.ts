import { expect, test } from 'vitest';
import { undoActivity } from '#engine/conversations/undoActivity.ts';
import { createCanned, updateCanned } from '#engine/library/changeLibrary.ts';
import { importLibrary } from '#engine/library/importLibrary.ts';
import { searchLibrary } from '#engine/library/searchLibrary.ts';
import { listCanned, toState } from '#engine/store/cannedResponses.ts';
import { testEngine } from '../../support/testEngine.ts';

function open() {
  const { ctx, events } = testEngine();
  for (const name of ['a', 'b', 'c']) {
    const texts = [{ language: null, channel: null, text: `text ${name}` }];
    createCanned(ctx, { title: name, shortcut: name, folder: '', texts, images: [] });
  }
  return { ctx, events };
}
type Ctx = ReturnType<typeof open>['ctx'];

const states = ({ db }: Ctx) => listCanned(db).map((canned) => ({ id: canned.id, ...toState(canned) }));
const put = (ctx: Ctx, items: unknown[]) =>
  importLibrary(ctx, { format: 'json', content: JSON.stringify(items), apply: true });
const titlesOf = async (ctx: Ctx, query: string) => {
  const found = await searchLibrary(ctx, { query, limit: 20 });
  return found.ok ? found.value.items.map(({ title }) => title) : [];
};

/** Gives each shortcut to another, and adds many. */
const rotateAndAdd = (ctx: Ctx, count: number) =>
  put(ctx, [
    ...listCanned(ctx.db).map(({ id, title }, n) => ({
      id,
      title,
      shortcut: ['b', 'c', 'a'][n],
      texts: [{ text: `other ${title}` }],
    })),
    ...Array.from({ length: count }, (_, n) => ({ title: `new ${n}`, texts: [{ text: 'strawberry' }] })),
  ]);

test.each([2, 60])(
  'an import of %i new ones is one activity, and undoing restores all exactly',
  async (count) => {
    const { ctx, events } = open();
    const before = states(ctx);
    const { activityId = '', ...counts } = rotateAndAdd(ctx, count);
    expect(counts).toEqual({ created: count, updated: 3, unchanged: 0, errors: [] });
    expect(await titlesOf(ctx, 'strawberry')).not.toEqual([]);
    const kinds = ctx.db.prepare('SELECT kind FROM activities WHERE conversation_id IS NULL').pluck().all();
    expect(kinds).toEqual(['cannedCreated', 'cannedCreated', 'cannedCreated', 'cannedImported']);
    events.length = 0;
    expect(undoActivity(ctx, activityId)).toMatchObject({ ok: true, value: { conversationId: null } });
    expect(events.map(({ name }) => name)).toEqual(['library.changed']);
    expect(states(ctx)).toEqual(before);
    expect(await titlesOf(ctx, 'strawberry')).toEqual([]);
    expect(await titlesOf(ctx, 'text')).toHaveLength(3);
    expect(undoActivity(ctx, activityId)).toMatchObject({ error: { reason: 'alreadyUndone' } });
  },
);

test('an import is not undone once one of it was changed, and nothing else changes then', () => {
  const { ctx } = open();
  const { activityId = '' } = rotateAndAdd(ctx, 2);
  const [one] = listCanned(ctx.db);
  updateCanned(ctx, one?.id ?? '', { title: 'Mine' });
  const now = states(ctx);
  expect(undoActivity(ctx, activityId)).toMatchObject({ error: { reason: 'changedSince' } });
  expect(states(ctx)).toEqual(now);
});

test('an import is not undone while another one has a shortcut that it took', () => {
  const { ctx } = open();
  const [a] = listCanned(ctx.db);
  const { activityId = '' } = put(ctx, [{ id: a?.id, title: 'a', shortcut: 'z', texts: [{ text: 'x' }] }]);
  const texts = [{ language: null, channel: null, text: 'y' }];
  createCanned(ctx, { title: 'New', shortcut: 'A', folder: '', texts, images: [] });
  expect(undoActivity(ctx, activityId)).toMatchObject({ error: { reason: 'changedSince' } });
});

test('a dry run, and an import that changes nothing, are no activity', () => {
  const { ctx } = open();
  const items = listCanned(ctx.db).map(({ id, title, shortcut, texts }) => ({ id, title, shortcut, texts }));
  expect(put(ctx, items)).toEqual({ created: 0, updated: 0, unchanged: 3, errors: [] });
  const content = JSON.stringify([{ title: 'n', texts: [{ text: 'x' }] }]);
  expect(importLibrary(ctx, { format: 'json', content, apply: false })).not.toHaveProperty('activityId');
});
