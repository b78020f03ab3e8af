import { expect, test } from 'vitest';
import { startTestEngine } from '../../support/startTestEngine.ts';

const dutch = 'We hebben je bestelling gevonden en sturen het pakje vandaag nog op.';
const english = 'We have found your order and the parcel will be on its way today.';

/** A conversation in private messages, of which X names no language. */
async function withMessages(...texts: readonly string[]) {
  const engine = await startTestEngine();
  for (const text of texts) engine.control.dm({ from: 'anna', text });
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const conversationId = items[0]?.id ?? '';
  const languagesOf = async (text: string) =>
    (await engine.call('replies.options', { conversationId, text })).languages;
  return { engine, languagesOf };
}

test('a reply in another language than the customer’s differs', async () => {
  const { languagesOf } = await withMessages('Waar blijft mijn pakje?');
  expect(await languagesOf(english)).toEqual({ customer: 'nl', reply: 'en', differ: true });
  expect(await languagesOf(dutch)).toEqual({ customer: 'nl', reply: 'nl', differ: false });
});

test('a short reply, handles and links are in no language', async () => {
  const { languagesOf } = await withMessages('Waar blijft mijn pakje?');
  for (const text of ['', 'Hello Anna!', '@anna https://example.com/where-is-my-order-and-why', '^AB']) {
    expect(await languagesOf(text)).toEqual({ customer: 'nl', reply: null, differ: false });
  }
});

test('a customer who writes in both languages may get either', async () => {
  const { languagesOf } = await withMessages('Where is my order?', 'Ik heb nog steeds niets gekregen');
  expect(await languagesOf(english)).toEqual({ customer: 'nl', reply: 'en', differ: false });
});

test('thanks in English do not make an English customer', async () => {
  const { languagesOf } = await withMessages('Waar blijft mijn pakje?', 'Ok thx');
  expect(await languagesOf('')).toMatchObject({ customer: 'nl' });
});

test('a language in which the team does not reply is nobody’s', async () => {
  const { engine, languagesOf } = await withMessages('Waar blijft mijn pakje?');
  await engine.call('settings.set', { replyLanguages: ['en', 'fr'] });
  expect(await languagesOf(english)).toEqual({ customer: null, reply: 'en', differ: false });
  await engine.call('settings.set', { replyLanguages: ['nl', 'fr'] });
  expect(await languagesOf(english)).toEqual({ customer: 'nl', reply: null, differ: false });
  expect(await engine.fail('settings.set', { replyLanguages: [] })).toMatchObject({ code: 'invalid' });
});
