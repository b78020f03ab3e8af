import { describe, expect, test } from 'vitest';
import { createCanned } from '#engine/library/changeLibrary.ts';
import { getCannedResponse } from '#engine/library/toCannedResponse.ts';
import { isOnlyThanks } from '#engine/store/onlyThanks.ts';
import type { EngineInput } from '#shared/contract/engine.ts';
import { DAY_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

async function begin(text: string) {
  const engine = await startTestEngine();
  const texts = [{ language: null, channel: null, text }];
  const { id } = await engine.call('library.create', { title: 'Returns', texts });
  const get = () => engine.call('library.get', { id });
  return { engine, id, get };
}

/** Sends a reply with the canned response to somebody new; returns the conversation. */
async function use(engine: TestEngine, id: string, handle: string, text: string): Promise<string> {
  const { id: conversationId } = await openConversation(engine, handle);
  const reply: EngineInput<'replies.send'> = {
    conversationId,
    channel: 'public',
    text,
    undoMs: 0,
    cannedIds: [id],
  };
  const { outboxId } = await engine.call('replies.send', reply);
  await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
  return conversationId;
}

const codesOf = ({ stale }: { stale: readonly { code: string }[] }) => stale.map(({ code }) => code);

describe('the outcome of a canned response', () => {
  test('counts what was resolved, and who asked again but not who only thanked', async () => {
    const { engine, id, get } = await begin('You have 14 days.');
    const resolved = await use(engine, id, 'anna', 'You have 14 days.');
    await use(engine, id, 'tom', 'You have 14 days.');
    await use(engine, id, 'els', 'You have 14 days.');
    await engine.clock.advance(1_000);
    engine.control.mention({ from: 'anna', text: 'Thanks a lot!' });
    engine.control.mention({ from: 'tom', text: 'Thanks, but from which day on?' });
    await engine.call('capture.pollNow', {});
    await engine.call('conversations.setStatus', { id: resolved, status: 'resolved' });
    expect(await get()).toMatchObject({ uses: 3, outcome: { resolved: 1, askedAgain: 1 } });
  });

  test.each(['Thanks!', 'Merci beaucoup', 'top, bedankt!', '🙏', '@harbourhelp thank you so much'])(
    '“%s” only thanks',
    (text) => {
      expect(isOnlyThanks(text)).toBe(true);
    },
  );

  test.each([
    'Thanks, but when?',
    'bedankt maar het werkt niet',
    'Still nothing',
    'merci mais toujours rien',
    'It broke',
  ])('“%s” does more', (text) => {
    expect(isOnlyThanks(text)).toBe(false);
  });
});

describe('a stale canned response', () => {
  test('is old after a year in which nobody used or changed it', async () => {
    const { engine, id, get } = await begin('You have 14 days.');
    engine.clock.jump(366 * DAY_MS);
    expect((await get()).stale).toEqual([{ code: 'old', since: (await get()).createdAt }]);
    expect(await engine.call('library.list', { stale: true })).toMatchObject({ total: 1, items: [{ id }] });
    await use(engine, id, 'anna', 'You have 14 days.');
    expect((await get()).stale).toEqual([]);
    expect(await engine.call('library.list', { stale: true })).toMatchObject({ total: 0, items: [] });
  });

  test('is edited nearly always, until somebody changes it', async () => {
    const { engine, id, get } = await begin('Hi {firstName}, you have 14 days.');
    const said = ['Just send it back.', 'See the label.', 'No problem.', 'Ask the shop.', 'Of course, Els!'];
    for (const [n, text] of said.entries()) {
      expect(codesOf(await get())).toEqual([]);
      await use(engine, id, `person${n}`, text);
    }
    expect((await get()).stale).toEqual([{ code: 'alwaysEdited', edited: 5, uses: 5 }]);
    engine.clock.jump(1_000);
    await engine.call('library.update', { id, title: 'Returning' });
    expect((await get()).stale).toEqual([]);
  });

  test('is not edited where only its variables were filled in, or something was added', async () => {
    const { engine, id, get } = await begin('Hi {firstName}, {what} has 14 days.');
    for (let n = 0; n < 6; n += 1)
      await use(engine, id, `person${n}`, `Hi Anna${n}, your shirt has 14 days. ^M`);
    expect((await get()).stale).toEqual([]);
  });

  test('is contradicted once three in a row say the same other thing', async () => {
    const { engine, id, get } = await begin('Hi {firstName}, you have 14 days to send it back.');
    const send = (name: string) => use(engine, id, name, `Hi ${name}, you have 30 days to send it back.`);
    await send('anna');
    await send('tom');
    expect(codesOf(await get())).toEqual([]);
    await send('els');
    const text = 'Hi els, you have 30 days to send it back.';
    expect((await get()).stale).toMatchObject([{ code: 'contradicted', text, count: 3 }]);
  });

  test('has a link outside of the company, or a day that is over', async () => {
    const { engine, id, get } = await begin('See help.harbour.example.com and https://other.example.org/x');
    await engine.call('settings.set', { companyLinks: ['harbour.example.com'] });
    expect((await get()).stale).toEqual([{ code: 'foreignLink', host: 'other.example.org', language: null }]);
    const texts = [{ language: 'en', channel: null, text: 'Until 5 January 2026 only.' }] as const;
    await engine.call('library.update', { id, texts: [...texts] });
    expect((await get()).stale).toEqual([{ code: 'pastDate', date: '5 January 2026', language: 'en' }]);
  });

  test('has a link to a page that was gone when X looked last', async () => {
    const { ctx, capture } = testEngine();
    const text = 'See https://www.Harbour.example.com/old/ and https://harbour.example.com/back';
    const texts = [{ language: null, channel: null, text }];
    const post = (at: number, path: string, gone: boolean) => {
      const shown = `harbour.example.com/${path}`;
      const link = { start: 0, end: shown.length, shown, url: `https://${shown}` };
      const links = [gone ? { ...link, isDead: true as const } : link];
      return someMessage({ role: 'own', at: MORNING + at, text: shown, links });
    };
    await capture([
      post(1, 'old', false),
      post(2, 'old', true),
      post(3, 'back', true),
      post(4, 'back', false),
    ]);
    const created = createCanned(ctx, { title: 'Help', shortcut: null, folder: '', texts, images: [] });
    const stale = created.ok ? getCannedResponse(ctx, created.value.id)?.stale : null;
    expect(stale).toEqual([
      { code: 'deadLink', address: 'https://www.Harbour.example.com/old/', language: null },
    ]);
  });
});
