import { expect, test } from 'vitest';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';

test('the statement comes in the language of the person, with their name', async () => {
  const engine = await startTestEngine();
  const words = 'Bonjour, je ne peux pas payer';
  const post = engine.control.mention({ from: 'anna', text: words, lang: 'fr' });
  await engine.call('capture.pollNow', {});
  const { id } = await engine.call('crisis.start', { title: 'Payments fail' });
  const compose = { id, conversationId: `c${post.id}` };
  expect(await engine.fail('crisis.compose', compose)).toMatchObject({ code: 'invalid', path: 'statement' });
  await engine.call('crisis.setStatement', {
    id,
    statement: [
      { language: 'nl', text: 'Even geduld.' },
      { language: 'fr', text: 'Un instant, {firstName}.' },
    ],
  });
  const { text, language } = await engine.call('crisis.compose', compose);
  expect(language).toBe('fr');
  expect(text).toMatch(/^Un instant/);
});

test('a person without a wording in their language gets one for any, always the same', async () => {
  const engine = await startTestEngine();
  const { id: conversationId } = await openConversation(
    engine,
    'bo',
    'My payment fails all the time, please help',
  );
  const wordings = ['One.', 'Two.', 'Three.'].map((text) => ({ language: null, text }));
  const statement = [{ language: 'fr' as const, text: 'Un.' }, ...wordings];
  const { id } = await engine.call('crisis.start', { title: 'Payments fail', statement });
  const first = await engine.call('crisis.compose', { id, conversationId });
  expect(['One.', 'Two.', 'Three.']).toContain(first.text);
  expect(await engine.call('crisis.compose', { id, conversationId })).toEqual(first);
  await engine.call('crisis.end', { id });
  expect(await engine.fail('crisis.compose', { id, conversationId })).toMatchObject({ code: 'crisisEnded' });
});
