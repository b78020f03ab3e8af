import { describe, expect, test } from 'vitest';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { noteHandlers } from '#engine/handlers/notes.ts';
import { searchHandlers } from '#engine/handlers/search.ts';
import { tagHandlers } from '#engine/handlers/tags.ts';
import { beginIndexBuild, checkIndex } from '#engine/store/searchIndex.ts';
import { all, run } from '#engine/store/sql.ts';
import { DAY_MS } from '#shared/time.ts';
import { withPeople } from '../conversations/support.ts';

async function begin() {
  const engine = await withPeople(3);
  const { ctx, ids } = engine;
  const add = async (text: string, at = 0) => {
    const added = await noteHandlers['notes.add'](ctx, { conversationId: ids[at] ?? '', text });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    return added.value.id;
  };
  const search = (text: string, limit = 20, after?: string) => {
    const found = searchHandlers['search.notes'](ctx, { text, limit, after });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  };
  const texts = (text: string) => search(text).items.map(({ note }) => note.text);
  return { ...engine, add, search, texts };
}

describe('search.notes', () => {
  test.each([
    ['creme brulee', 'Crème Brûlée'],
    ['ÉCRAN', "l'écran reste noir"],
    ['שלום', 'שלום לכם'],
    ['物が', '荷物が届かない'],
    ['🚚', 'the 🚚 is late'],
    ['late parc', 'parcel is late'],
  ])('finds %s in %s, as the search of messages does', async (typed, text) => {
    const { add, texts } = await begin();
    await add(text);
    await add('something else');
    expect(texts(typed)).toEqual([text]);
  });

  test('names the conversation and marks the words; newest first, page by page', async () => {
    const { ids, add, search } = await begin();
    for (let n = 0; n < 5; n += 1) await add(`needle ${n}`, n % 3);
    const first = search('needle', 2);
    expect(first.items).toMatchObject([
      { note: { conversationId: ids[1], agent: 'Agent' }, snippet: '\u0002needle\u0003 4' },
      { note: { conversationId: ids[0] }, snippet: '\u0002needle\u0003 3' },
    ]);
    const rest = search('needle', 9, first.next);
    expect(rest.items.map(({ note }) => note.text)).toEqual(['needle 2', 'needle 1', 'needle 0']);
    expect(rest.next).toBeUndefined();
  });

  test('follows edits and deletions, and leaves no word behind', async () => {
    const { ctx, add, texts } = await begin();
    const id = await add('the old words');
    await noteHandlers['notes.update'](ctx, { id, text: 'the new words' });
    expect([texts('old'), texts('new')]).toEqual([[], ['the new words']]);
    await noteHandlers['notes.delete'](ctx, { id });
    expect(texts('words')).toEqual([]);
    expect(checkIndex(ctx.db, 1, '')).toBe(true);
  });

  test('works again after the index was damaged', async () => {
    const { ctx, add, texts } = await begin();
    await add('needle');
    run(ctx.db, `INSERT INTO notes_fts (notes_fts) VALUES ('delete-all')`);
    expect(texts('needle')).toEqual([]);
    expect(checkIndex(ctx.db, 1, '')).toBe(false);
    expect(texts('needle')).toEqual(['needle']);
  });

  test('is built again together with the index of messages', async () => {
    const { ctx, add, texts } = await begin();
    await add('needle');
    run(ctx.db, `INSERT INTO notes_fts (notes_fts) VALUES ('delete-all')`);
    beginIndexBuild(ctx.db);
    expect(texts('needle')).toEqual(['needle']);
  });

  test('narrows notes by filters on their conversations, and by their own dates', async () => {
    const { ctx, ids, clock, add, texts } = await begin();
    const tag = await tagHandlers['tags.create'](ctx, { name: 'Refund' });
    const tagId = tag.ok ? tag.value.id : '';
    await conversationHandlers['conversations.tag'](ctx, { id: ids[0] ?? '', add: [tagId], remove: [] });
    await conversationHandlers['conversations.setStatus'](ctx, { id: ids[1] ?? '', status: 'resolved' });
    await add('needle one', 0);
    await add('needle two', 1);
    await clock.advance(3 * DAY_MS);
    await add('needle three', 2);
    const all = ['needle three', 'needle two', 'needle one'];
    for (const [filters, found] of [
      ['', all],
      ['tag:refund', ['needle one']],
      ['-tag:refund', ['needle three', 'needle two']],
      ['status:resolved', ['needle two']],
      ['status:resolved status:new', all],
      ['agent:nobody', all],
      ['agent:me', []],
      ['has:note', all],
      ['has:survey', []],
      ['before:2026-11-25', ['needle two', 'needle one']],
      ['after:2026-11-25', ['needle three']],
      ['after:2026-11-25 tag:refund', []],
      // Nobody and nothing has this name.
      ['tag:nothing', []],
      ['-tag:nothing', all],
    ] as const)
      expect(texts(`needle ${filters}`), filters).toEqual(found);
  });

  test('finds no note by what only messages have, and leaves none out', async () => {
    const { add, texts } = await begin();
    await add('needle');
    for (const filter of [
      'from:us',
      'to:us',
      'kind:post',
      'kind:mention',
      'lang:en',
      'has:media',
      'has:link',
    ]) {
      expect(texts(`needle ${filter}`), filter).toEqual([]);
      expect(texts(`needle -${filter}`), filter).toEqual(['needle']);
    }
  });

  test('goes through pages of notes that a filter leaves out', async () => {
    const { ctx, ids, add, search } = await begin();
    await add('needle first', 0);
    for (let n = 0; n < 620; n += 1) await add(`needle ${n}`, 1);
    await add('needle last', 0);
    await conversationHandlers['conversations.setStatus'](ctx, { id: ids[1] ?? '', status: 'resolved' });
    const first = search('needle status:new', 1);
    expect(first.items.map(({ note }) => note.text)).toEqual(['needle last']);
    const rest = search('needle status:new', 1, first.next);
    expect(rest.items.map(({ note }) => note.text)).toEqual(['needle first']);
    expect(rest.next).toBeUndefined();
  });

  test.each(['"', 'a" OR text:"b', '*', '-', "'", '\u0002'])('takes %j as text', async (typed) => {
    const { add, search } = await begin();
    await add('a note');
    expect(() => search(typed)).not.toThrow();
  });
});

describe('search.tagged', () => {
  test('finds conversations by words of their tags, each once', async () => {
    const { ctx, ids } = await begin();
    const create = async (name: string) => {
      const made = await tagHandlers['tags.create'](ctx, { name });
      return made.ok ? made.value.id : '';
    };
    const [first = '', second = '', third = ''] = ids;
    const [order = '', vip = ''] = [await create('Große Bestellung'), await create('VIP Bestellung')];
    await conversationHandlers['conversations.tag'](ctx, { id: first, add: [order, vip], remove: [] });
    await conversationHandlers['conversations.tag'](ctx, { id: third, add: [order], remove: [] });
    await conversationHandlers['conversations.tag'](ctx, { id: second, add: [vip], remove: [] });
    const found = (text: string, limit = 10) =>
      searchHandlers['search.tagged'](ctx, { text, limit }).value.items.map(({ id }) => id);
    expect(found('best')).toEqual([third, second, first]);
    expect(found('grosse bestellung')).toEqual([third, first]);
    expect(found('bestellung', 2)).toEqual([third, second]);
    expect(found('rosse')).toEqual([]);
    expect(found('!!')).toEqual([]);
    expect(all(ctx.db, 'SELECT 1 FROM tags')).toHaveLength(2);
  });
});
