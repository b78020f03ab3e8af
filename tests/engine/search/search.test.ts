import { describe, expect, test } from 'vitest';
import { searchHandlers as handlers } from '#engine/handlers/search.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

async function withTexts(...texts: readonly string[]) {
  const engine = testEngine();
  const messages = texts.map((text, n) => someMessage({ text, at: MORNING - (texts.length - n) * 1_000 }));
  await engine.capture(messages);
  return { ...engine, messages };
}

function search({ ctx }: TestEngine, text: string, limit = 50, after?: string) {
  const found = handlers['search.messages'](ctx, { text, limit, after });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

const texts = (engine: TestEngine, text: string) => search(engine, text).items.map((hit) => hit.message.text);

describe('search.messages', () => {
  test('finds all words, the last one unfinished, newest first', async () => {
    const engine = await withTexts('my parcel is late', 'late again', 'the parcels are late', 'parcel');
    expect(texts(engine, 'late parc')).toEqual(['the parcels are late', 'my parcel is late']);
  });

  test.each([
    ['creme brulee', 'Crème Brûlée'],
    ['ÉCRAN', "l'écran reste noir"],
    ['שלום', 'שלום לכם'],
    ['لا', 'لا يعمل'],
    ['harbourhelp', '@harbourhelp hello'],
    ['example', 'https://example.com/path'],
  ])('finds %s in %s', async (typed, text) => {
    expect(texts(await withTexts(text, 'something else'), typed)).toEqual([text]);
  });

  test('marks the matched words and names the conversation', async () => {
    const engine = await withTexts('The café in Gent is closed');
    expect(search(engine, 'cafe').items).toMatchObject([
      {
        snippet: 'The \u0002café\u0003 in Gent is closed',
        conversationId: `c${engine.messages[0]?.xId}`,
        message: { id: `post-${engine.messages[0]?.xId}`, author: { handle: 'person1' } },
      },
    ]);
  });

  test('leaves out the own handle at the beginning, unless that was searched', async () => {
    const engine = await withTexts(
      '@harbourhelp @robin my parcel is late',
      'thanks @harbourhelp for the parcel',
    );
    const snippets = (text: string) => search(engine, text).items.map(({ snippet }) => snippet);
    expect(snippets('parcel')).toEqual([
      'thanks @harbourhelp for the \u0002parcel\u0003',
      '@robin my \u0002parcel\u0003 is late',
    ]);
    expect(snippets('harbourhelp parcel')[1]).toBe(
      '@\u0002harbourhelp\u0003 @robin my \u0002parcel\u0003 is late',
    );
  });

  test('cuts a long text around the match', async () => {
    const engine = await withTexts(`${'before '.repeat(80)}needle ${'after '.repeat(80)}`);
    const snippet = search(engine, 'needle').items[0]?.snippet ?? '';
    expect(snippet).toContain('before \u0002needle\u0003 after');
    expect(snippet.length).toBeLessThan(300);
  });

  test('returns all matches page by page', async () => {
    const engine = await withTexts(...Array.from({ length: 23 }, (_, n) => `word ${n}`));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = search(engine, 'word', 5, after);
      seen.push(...page.items.map((hit) => hit.message.text));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(Array.from({ length: 23 }, (_, n) => `word ${22 - n}`));
  });

  test('finds nothing if nothing searchable was typed', async () => {
    const engine = await withTexts('hello');
    expect(search(engine, '!?')).toMatchObject({ items: [], total: 0, totalIsExact: true });
  });

  test('rejects a made-up cursor', async () => {
    const engine = await withTexts('hello');
    const refused = handlers['search.messages'](engine.ctx, { text: 'hello', limit: 5, after: '%%' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', path: 'after' } });
  });
});

describe('search.quick', () => {
  const people = [
    someUser('1', { handle: 'annadv', name: 'Anna de Vries' }),
    someUser('2', { handle: 'bjorn_k', name: 'Björn Kowalski' }),
    someUser('3', { handle: 'annabel', name: 'Annabel' }),
  ];
  const withPeople = async () => {
    const engine = testEngine();
    await engine.capture(
      people.map(({ id }) => someMessage({ personId: id })),
      people,
    );
    return engine;
  };
  const names = async ({ ctx }: TestEngine, text: string, limit = 10) => {
    const { value } = await handlers['search.quick'](ctx, { text, limit });
    return value.items.map(({ person }) => person.name);
  };

  test.each([
    ['annadv', 'Anna de Vries'],
    ['@annadv', 'Anna de Vries'],
    ['vries', 'Anna de Vries'],
    ['kowalsky', 'Björn Kowalski'],
    ['bjorn', 'Björn Kowalski'],
    ['jorn_', 'Björn Kowalski'],
  ])('finds %s', async (typed, name) => {
    expect(await names(await withPeople(), typed)).toEqual([name]);
  });

  test('has exact handles and names before beginnings and typing errors, even among few', async () => {
    const engine = await withPeople();
    const similar = ['hanna', 'anne', 'annas', 'annabelle', 'anna_', 'Anna'].map((handle, n) =>
      someUser(`1${n}`, { handle, name: `Somebody ${n}` }),
    );
    await engine.capture(
      similar.map(({ id }) => someMessage({ personId: id })),
      similar,
    );
    expect((await names(engine, 'anna')).slice(0, 2).toSorted()).toEqual(['Anna de Vries', 'Somebody 5']);
    expect((await names(engine, '@ANNA'))[0]).toBe('Somebody 5');
  });

  test('finds new people, new names and new conversations at once', async () => {
    const engine = await withPeople();
    expect(await names(engine, 'zoe')).toEqual([]);
    await engine.capture([someMessage({ personId: '4' })], [someUser('4', { handle: 'zoe', name: 'Zoë' })]);
    expect(await names(engine, 'zoe')).toEqual(['Zoë']);
    await engine.capture([], [someUser('4', { handle: 'zoe', name: 'Zoë Maes' })]);
    expect(await names(engine, 'maes')).toEqual(['Zoë Maes']);
  });

  test('leaves out people without a conversation', async () => {
    const engine = await withPeople();
    await engine.capture([], [someUser('5', { name: 'Nobody' })]);
    expect(await names(engine, 'nobody')).toEqual([]);
  });
});

describe('search.history', () => {
  const find = ({ ctx }: TestEngine, conversationId: string, text: string) => {
    const found = handlers['search.history'](ctx, { conversationId, text });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value.items.map(({ messageId }) => messageId);
  };

  test('finds the words in the whole history of the person, newest first, and of nobody else', async () => {
    const engine = testEngine();
    const at = MORNING - 9_000;
    const posts = [
      someMessage({ text: 'The Café is closed', at }),
      someMessage({ text: 'Something else', at: at + 1_000 }),
      someMessage({ personId: '2', text: 'The cafe is open', at: at + 2_000 }),
      someMessage({ text: 'cafes everywhere', at: at + 3_000 }),
    ];
    await engine.capture(posts);
    const conversationId = `c${posts[0]?.xId}`;
    expect(find(engine, conversationId, 'CAFE')).toEqual([`post-${posts[3]?.xId}`, `post-${posts[0]?.xId}`]);
    expect(find(engine, conversationId, '"the café"')).toEqual([`post-${posts[0]?.xId}`]);
    expect(find(engine, conversationId, '!?')).toEqual([]);
  });

  test('fails for an unknown conversation', () => {
    const { ctx } = testEngine();
    const found = handlers['search.history'](ctx, { conversationId: 'gone', text: 'cafe' });
    expect(found).toEqual({ ok: false, error: { code: 'notFound', what: 'conversation', id: 'gone' } });
  });
});

test('names the person in whose history a hit is, also for own posts', async () => {
  const engine = testEngine();
  const people = [someUser('1', { name: 'Anna' })];
  const post = someMessage({ text: 'parcel late', at: MORNING - 9_000 });
  const own = someMessage({ role: 'own', text: 'The parcel is on its way' });
  await engine.capture([post, own], people);
  const anna = { id: '1', handle: 'person1', name: 'Anna' };
  expect(search(engine, 'parcel').items.map(({ person }) => person)).toEqual([anna, anna]);
});
