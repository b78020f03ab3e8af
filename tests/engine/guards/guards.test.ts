import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/reply.ts';
import type { GuardCode, Warning } from '#shared/guards.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';

/** An engine with a conversation, and what the guards say about a text there. */
async function open(from = 'anna') {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, from);
  const check = async (text: string, channel: Channel = 'public', seenThrough?: string) =>
    (
      await engine.call('guards.check', {
        conversationId: id,
        channel,
        text,
        ...(seenThrough ? { seenThrough } : {}),
      })
    ).warnings;
  const codes = async (text: string, channel?: Channel) =>
    (await check(text, channel)).map(({ code }) => code);
  return { engine, id, check, codes };
}

const only = <C extends GuardCode>(warnings: readonly Warning[], code: C) =>
  warnings.find((warning): warning is Extract<Warning, { code: C }> => warning.code === code);

async function sendNow(engine: TestEngine, id: string, text: string, channel: Channel = 'public') {
  await untilState(engine, await engine.send(id, text, channel), 'sent');
}

test('nothing is against an ordinary reply, and an unknown conversation is not found', async () => {
  const { engine, check } = await open();
  expect(await check('We are looking into it, Anna. Sorry for the wait!')).toEqual([]);
  const unknown = { conversationId: 'c1', channel: 'public', text: 'Hi' } as const;
  expect(await engine.fail('guards.check', unknown)).toMatchObject({ code: 'notFound' });
});

describe('personal data', () => {
  test('is named with its place, in public only', async () => {
    const { check } = await open();
    const items = [{ kind: 'phone', start: 3, end: 16 }];
    expect(await check('Is 0471 23 45 67 yours?')).toEqual([{ code: 'personalData', items }]);
    expect(await check('Is 0471 23 45 67 yours?', 'dm')).toEqual([]);
  });

  test('is nobody’s if it is the company’s own', async () => {
    const { engine, codes } = await open();
    const ownPublicData = ['+32 9 123 45 67', '@harbour.example', 'Kaai 12'];
    await engine.call('settings.set', { ownPublicData: [...ownPublicData, 'Kerkstraat 12, 9000 Gent'] });
    for (const text of [
      'Call us on 09 123 45 67',
      'Mail help@harbour.example',
      'Visit us at Kerkstraat 12 in Gent',
      'Bezoek Kerkstraat 12, 9000 Gent',
    ]) {
      expect(await codes(text), text).toEqual([]);
    }
    for (const text of ['Call 09 123 45 68', 'help@harbour.example.org', 'Kerkstraat 1', 'Kerkstraat 112']) {
      expect(await codes(text), text).toEqual(['personalData']);
    }
  });

  test('is the company’s own once three people were told it in public', async () => {
    const { engine, codes } = await open();
    for (const from of ['bo', 'cy', 'di']) {
      expect(await codes('Call 09 123 45 67')).toEqual(['personalData']);
      const { id } = await openConversation(engine, from);
      const text = `Call us on +32 9 123 45 67, ${from}`;
      await engine.call('replies.send', {
        conversationId: id,
        channel: 'public',
        text,
        undoMs: 0,
        overrule: ['personalData'],
      });
      await engine.clock.advance(11 * MINUTE_MS);
      await engine.call('capture.pollNow', {});
    }
    expect(await codes('Call 09 123 45 67')).toEqual([]);
  });

  test('follows the own patterns and the served countries', async () => {
    const { engine, codes } = await open();
    expect(await codes('Card KL-4711')).toEqual([]);
    await engine.call('settings.set', { ownPatterns: [{ name: 'Card', pattern: 'KL-####' }] });
    expect(await codes('Card KL-4711')).toEqual(['personalData']);
    const bad = { ownPatterns: [{ name: 'Bad', pattern: '##' }] };
    expect(await engine.fail('settings.set', bad)).toMatchObject({ code: 'invalid' });
  });
});

describe('the wrong channel', () => {
  test.each([
    ['As you told us in your DM, the box was open.', 'As you told us in your DM'],
    ['In your DM you mentioned a crack.', 'In your DM you'],
    ['Zoals je in je DM schreef was de doos open.', 'Zoals je in je DM schreef'],
    ['Comme vous nous l’avez écrit en MP, la boîte était ouverte.', 'Comme vous nous l’avez écrit en MP'],
    ['Volgens je privébericht was de doos open.', 'Volgens je privébericht'],
  ])('is a public reply that refers to a private message: %j', async (text, part) => {
    const warning = only(await (await open()).check(text), 'wrongChannel');
    expect(warning).toMatchObject({ suggested: 'dm', reason: 'refersToPrivate' });
    expect(text.slice(warning?.start, warning?.end)).toBe(part);
  });

  test.each([
    'Please reply with your order number.',
    'Could you share your phone number here?',
    "What's your email address?",
    'Kun je je bestelnummer doorgeven?',
    'Stuur ons je geboortedatum.',
    'Wat is uw telefoonnummer?',
    'Pouvez-vous nous donner votre numéro de commande ?',
    'Quelle est votre adresse e-mail ?',
  ])('is a public reply that asks for data: %j', async (text) => {
    expect(only(await (await open()).check(text), 'wrongChannel')).toMatchObject({ reason: 'asksForData' });
  });

  test.each([
    'Please send us your order number in a DM.',
    'Without revealing your email address, tell us more.',
    'Please don’t share your order number here.',
    'We have replied to your DM!',
    'Thanks for your DM, we’ll be back soon.',
    'Stuur ons je bestelnummer in een privébericht.',
    'We hebben je DM beantwoord.',
    'Envoyez-nous votre numéro de commande en message privé.',
    'Nous avons répondu à votre message privé.',
    'You can change your email address at https://example.com/settings',
    'What is the model number of your printer?',
    'Your phone number is safe with us.',
  ])('is not seen in %j', async (text) => {
    expect(only(await (await open()).check(text), 'wrongChannel')).toBeUndefined();
  });

  test('is a public reply that repeats what only private messages say', async () => {
    const { engine, check } = await open();
    engine.control.dm({
      from: 'anna',
      text: 'My code is KX4711Z and the kitchen window of my flat is still broken since then',
    });
    await engine.call('capture.pollNow', {});
    const quoted = async (text: string) => {
      const warning = only(await check(text), 'wrongChannel');
      return warning ? [warning.reason, text.slice(warning.start, warning.end)] : null;
    };
    expect(await quoted('We found kx4711z for you')).toEqual(['quotesPrivate', 'kx4711z']);
    expect(await quoted('So the kitchen window of your flat is open')).toBeNull();
    expect(await quoted('You say the kitchen window of my flat is still broken?')).toEqual([
      'quotesPrivate',
      'the kitchen window of my flat is still broken',
    ]);
    await openConversation(engine, 'anna', 'It is KX4711Z');
    expect(await quoted('We found kx4711z for you')).toBeNull();
  });
});

describe('a near duplicate', () => {
  const text = 'Our shop at the harbour opens again on Monday at nine, see you there';

  test('is what this person got before, on any channel', async () => {
    const { engine, id, check } = await open();
    await sendNow(engine, id, text);
    await engine.clock.advance(20 * MINUTE_MS);
    const again = `@anna Our shop at the harbour opens again on Monday at nine, see you there ^MK`;
    expect(only(await check(again, 'dm'), 'nearDuplicate')).toMatchObject({
      where: 'person',
      text: expect.stringContaining('harbour'),
    });
    expect(
      only(await check('Our shop closes on Sunday at ten in the evening, sorry for that'), 'nearDuplicate'),
    ).toBeUndefined();
  });

  test('is what went out in public minutes ago, also while it waits to be sent', async () => {
    const { engine, check } = await open();
    const other = await openConversation(engine, 'bo');
    await engine.send(other.id, text, 'public', 5 * MINUTE_MS);
    expect(only(await check(text), 'nearDuplicate')).toMatchObject({ where: 'public' });
    expect(only(await check(text, 'dm'), 'nearDuplicate')).toBeUndefined();
    await engine.clock.advance(30 * MINUTE_MS);
    expect(only(await check(text), 'nearDuplicate')).toBeUndefined();
  });

  test('is not seen in a few words of thanks', async () => {
    const { engine, id, codes } = await open();
    await sendNow(engine, id, 'You’re welcome, Anna!');
    expect(await codes('You’re welcome, Anna!')).toEqual([]);
  });
});

test('an unseen message is counted from the newest one that the author has seen', async () => {
  const { engine, id, check } = await open();
  const { seenThrough } = await engine.call('conversations.get', { id });
  await openConversation(engine, 'anna', 'And another thing');
  expect(await check('On it', 'public', seenThrough ?? '')).toEqual([{ code: 'unseenMessage', count: 1 }]);
  expect(await check('On it')).toEqual([]);
});

test('a link is foreign if the settings do not list its host, or a host above it', async () => {
  const { engine, check } = await open();
  expect(only(await check('See https://elsewhere.example/a'), 'foreignLink')).toBeUndefined();
  await engine.call('settings.set', { companyLinks: ['Harbour.example'] });
  const text = 'See https://help.harbour.example/a, https://x.com/harbour and https://notharbour.example';
  expect(only(await check(text), 'foreignLink')).toEqual({
    code: 'foreignLink',
    links: ['notharbour.example'],
  });
  expect(only(await check('See https://elsewhere.example/a', 'dm'), 'foreignLink')).toBeDefined();
});

test('a link in public is named with its price', async () => {
  const { check } = await open();
  const [warning] = await check('See https://example.com/a');
  expect(warning).toEqual({ code: 'price', usd: 0.2, usualUsd: 0.01 });
  expect(await check('See https://example.com/a', 'dm')).toEqual([]);
});

test('a guard that is off says nothing and refuses nothing', async () => {
  const { engine, id, codes } = await open();
  await engine.call('settings.set', { guardsOff: ['personalData', 'price'] });
  expect(await codes('Call 0471 23 45 67 or https://example.com')).toEqual([]);
  await sendNow(engine, id, 'Call 0471 23 45 67');
});
