import { describe, expect, test } from 'vitest';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { searchHandlers } from '#engine/handlers/search.ts';
import { ROW_TEXT_LENGTH } from '#shared/domain/conversation.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

const long = (words: string) => `${words} ${'ab\u{1F469}\u200D\u{1F467}cd '.repeat(1_200)}`;

/** As many people as there are texts, each with a private message. */
async function withTexts(...texts: readonly string[]): Promise<TestEngine> {
  const engine = testEngine();
  const personIdOf = (n: number) => String(5_000 + n);
  const messages = texts.map((text, n) =>
    someMessage({
      kind: 'dm',
      text,
      at: MORNING - n * 1_000,
      authorId: personIdOf(n),
      personId: personIdOf(n),
    }),
  );
  await engine.capture(
    messages,
    texts.map((_text, n) => someUser(personIdOf(n))),
  );
  return engine;
}

function rows({ ctx }: TestEngine) {
  const page = conversationHandlers['conversations.list'](ctx, { view: 'all', limit: 1_000 });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return page.value.items;
}

function hits({ ctx }: TestEngine, text: string) {
  const page = searchHandlers['search.messages'](ctx, { text, limit: 1_000 });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return page.value.items;
}

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('a row of a list', () => {
  test('has the beginning of a long message, which ends between graphemes', async () => {
    const engine = await withTexts(long('Dear Harbour'));
    const text = rows(engine)[0]?.lastMessage.text ?? '';
    expect(long('Dear Harbour').startsWith(text)).toBe(true);
    expect([...text].length).toBeLessThanOrEqual(ROW_TEXT_LENGTH);
    expect([...text].length).toBeGreaterThan(ROW_TEXT_LENGTH - 20);
    expect(text).not.toMatch(/[\p{Surrogate}\u200d]$/u);
  });

  test('has all of a short message, and begins with its words', async () => {
    const engine = await withTexts('\n\n  Short, but no shorter');
    expect(rows(engine)[0]?.lastMessage.text).toBe('Short, but no shorter');
  });

  test('leaves the message itself whole', async () => {
    const engine = await withTexts(long('Dear Harbour'));
    const [row] = rows(engine);
    const got = conversationHandlers['conversations.get'](engine.ctx, { id: row?.id ?? '', limit: 10 });
    expect(got.ok && got.value.messages[0]?.text).toBe(long('Dear Harbour'));
  });

  test('has two kilobytes at most, however long the messages are', async () => {
    const engine = await withTexts(...Array.from({ length: 50 }, (_, n) => long(`Message ${n}`)));
    expect(sizeOf(rows(engine))).toBeLessThan(50 * 2_000);
    expect(sizeOf(hits(engine, 'message'))).toBeLessThan(50 * 4_000);
  });
});

describe('a search result', () => {
  test('has the beginning of the message, and the words around the match', async () => {
    const engine = await withTexts(`${long('Dear Harbour')} needle ${long('')}`);
    const [hit] = hits(engine, 'needle');
    expect([...(hit?.message.text ?? '')].length).toBeLessThanOrEqual(ROW_TEXT_LENGTH);
    expect(hit?.snippet).toContain('\u0002needle\u0003');
  });

  test.each([
    ['before', `${'x'.repeat(5_000)} needle`],
    ['after', `needle ${'y'.repeat(5_000)}`],
    ['around', `${'\u{1D11E}'.repeat(3_000)} needle ${'\u{1D11E}'.repeat(3_000)}`],
  ])('has a short snippet with the match although a word %s it has no end', async (_where, text) => {
    const engine = await withTexts(text);
    const snippet = hits(engine, 'needle')[0]?.snippet ?? '';
    expect(snippet).toContain('\u0002needle\u0003');
    expect([...snippet].length).toBeLessThanOrEqual(600);
    expect(snippet).not.toMatch(/\p{Surrogate}/u);
  });

  test('marks what it shows of a match that is as long as the text', async () => {
    const engine = await withTexts('z'.repeat(9_000));
    const snippet = hits(engine, 'zzz')[0]?.snippet ?? '';
    expect(snippet).toBe(`\u0002${'z'.repeat(590)}\u0003…`);
  });

  test('has only the links of the text that it has', async () => {
    const engine = testEngine();
    const shown = 'https://a.example/x';
    const text = `${shown} ${'word '.repeat(100)}${shown}`;
    const at = text.lastIndexOf(shown);
    const link = (start: number) => ({ start, end: start + shown.length, shown, url: shown });
    await engine.capture([someMessage({ text, links: [link(0), link(at)] })]);
    expect(hits(engine, 'word')[0]?.message.links).toEqual([link(0)]);
  });
});
