import { expect, test } from 'vitest';
import { hasHandoverLink, toHandoverLink } from '#shared/domain/handover.ts';
import { standardWordings } from '#shared/domain/handoverWordings.ts';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { listPostLinks } from '#shared/domain/postLinks.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { compose, handedOver, writePrivately } from './support.ts';

test('the link is one address for X, whatever is in its text', () => {
  const link = toHandoverLink('42', "It's (late). Really! *~");
  const [only, ...others] = listPostLinks(`Here: ${link}`);
  expect(others).toEqual([]);
  expect(only?.text).toBe(link);
  expect(new URL(link).searchParams.get('text')).toBe("It's (late). Really! *~");
});

test('only the link to the own account makes a handover', () => {
  expect(hasHandoverLink(toHandoverLink('42', ''), '42')).toBe(true);
  expect(hasHandoverLink(toHandoverLink('421', ''), '42')).toBe(false);
  expect(hasHandoverLink('https://x.com/42', '42')).toBe(false);
});

test.each(ReplyLanguage.options)('the standard wordings in %s fit into a post', (language) => {
  const { link, words, reminder, closing, prefill } = standardWordings[language];
  const address = toHandoverLink('1234567890123456789', prefill);
  for (const text of [`${link} ${address}`, words, `${reminder} ${address}`, closing]) {
    expect(weightedLength(text)).toBeLessThan(POST_LIMIT - 40);
  }
});

test('no guard has anything against the standard wordings', async () => {
  const engine = await startTestEngine();
  const { id: conversationId } = await openConversation(engine);
  const { link } = await compose(engine, conversationId);
  for (const { link: before, words, reminder, closing } of Object.values(standardWordings)) {
    for (const wording of [`${before} ${link}`, words, reminder, closing]) {
      const text = wording.replace('{account}', '@harbourhelp');
      const { warnings } = await engine.call('guards.check', { conversationId, channel: 'public', text });
      expect(
        warnings.filter(({ code }) => code !== 'price'),
        text,
      ).toEqual([]);
    }
  }
});

test('composes in the language of the person, with both prices', async () => {
  const engine = await startTestEngine();
  engine.control.mention({ from: 'piet', text: 'Waar blijft mijn pakje? Ik wacht al een week.', lang: 'nl' });
  await engine.call('capture.pollNow', {});
  const [conversation] = (await engine.call('conversations.list', { view: 'queue' })).items;
  const composed = await compose(engine, conversation?.id ?? '');
  expect(composed).toMatchObject({
    kind: 'handover',
    language: 'nl',
    usd: 0.2,
    plainUsd: 0.01,
    usesLink: true,
  });
  expect(composed.text.endsWith(` ${composed.link}`)).toBe(true);
  expect(composed.plainText).toContain('Stuur een privébericht naar @');
});

test('fills in what is known, and leaves other braces for the agent to see', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const { wordings } = await engine.call('handover.settings', {});
  const en = { ...wordings.en, words: 'Hi @{handle}, write to {account} with {orderNumber}' };
  await engine.call('handover.setSettings', { wordings: { ...wordings, en }, usesLink: false });
  const account = engine.control.state().account.handle;
  expect(await compose(engine, id)).toMatchObject({
    plainText: `Hi @anna, write to @${account} with {orderNumber}`,
    usesLink: false,
  });
});

test('offers the closing line only if that is wanted, and until somebody has written in public', async () => {
  const { engine, id } = await handedOver();
  await writePrivately(engine);
  expect(await compose(engine, id)).toMatchObject({ kind: 'handover' });
  await engine.call('handover.setSettings', { closing: true });
  const closing = await compose(engine, id);
  expect(closing).toMatchObject({ kind: 'closing', link: '', plainUsd: 0.01, usd: 0.01 });
  await engine.clock.advance(1_000);
  await engine.send(id, closing.plainText, 'public', 10_000);
  expect(await compose(engine, id)).toMatchObject({ kind: 'handover' });
});

test('says that no private message can come from a person whom the account has blocked', async () => {
  const engine = await startTestEngine();
  const { id, personId } = await openConversation(engine);
  await engine.call('people.blockDms', { id: personId, blocked: true });
  expect(await compose(engine, id)).toMatchObject({ blocked: true });
});

test('fails where there is nothing to reply to in public', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'anna', text: 'Hi' });
  await engine.call('capture.pollNow', {});
  const [conversation] = (await engine.call('conversations.list', { view: 'queue' })).items;
  expect(await engine.fail('handover.compose', { conversationId: conversation?.id ?? '' })).toMatchObject({
    code: 'noPublicPost',
  });
});
