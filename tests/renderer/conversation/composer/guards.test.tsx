import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSaid } from '#renderer/state/said.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import type { AppError } from '#shared/errors.ts';
import type { Warning } from '#shared/guards.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { dmField, drawComposer, publicField } from './support/drawComposer.tsx';

/** What guards say of phone numbers that begin with 0471, in public. */
function warn(text: string, channel: string): Warning[] {
  const start = text.indexOf('0471');
  if (start < 0 || channel !== 'public') return [];
  const end = start + (/^[\d ]*\d/.exec(text.slice(start))?.[0].length ?? 0);
  return [{ code: 'personalData', items: [{ kind: 'phone', start, end }] }];
}

const guarded: FakeHandlers = {
  'guards.check': ({ text, channel }) => ok({ warnings: warn(text, channel) }),
};
const leak = 'Call 0471 23 45 67';
const overrule = '{Control>}{Shift>}O{/Shift}{/Control}';
const privately = '{Control>}{Shift>}D{/Shift}{/Control}';
const send = '{Control>}{Enter}{/Control}';
const found = () => screen.findByText(/seems to contain a phone number/);

describe('a public reply with personal data', () => {
  it('is marked, and not sent by any key until it is overruled by one', async () => {
    const { user, engine } = drawComposer(guarded);
    await user.type(await publicField(), leak);
    await found();
    expect(document.querySelector('mark')?.textContent).toBe('0471 23 45 67');
    for (const keys of [
      send,
      '{Control>}{Shift>}{Enter}{/Shift}{/Control}',
      '{Control>}{Alt>}{Enter}{/Alt}{/Control}',
    ]) {
      await user.keyboard(keys);
    }
    expect(useSaid.getState().said?.words).toMatch(/^Not sent\./);
    expect(engine.callsOf('replies.send')).toEqual([]);
    await user.keyboard(overrule);
    expect(await screen.findByText(/^Allowed: you can send/)).toBeDefined();
    await user.keyboard(send);
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toMatchObject([{ text: leak, overrule: ['personalData'] }]),
    );
  });

  it('is counted as warned of when it is changed before it is sent, and once', async () => {
    const { user, engine } = drawComposer(guarded);
    await user.type(await publicField(), leak);
    await found();
    await user.clear(await publicField());
    await user.type(await publicField(), 'On it');
    await user.keyboard(send);
    await user.type(await publicField(), 'Done');
    await user.keyboard(send);
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(2));
    const [first, second] = engine.callsOf('replies.send');
    expect(first).toMatchObject({ text: 'On it', warned: ['personalData'] });
    expect(second).not.toHaveProperty('warned');
  });

  it('is warned of anew when other data comes in', async () => {
    const { user } = drawComposer(guarded);
    await user.type(await publicField(), leak);
    await found();
    await user.keyboard(overrule);
    await user.type(await publicField(), '!');
    expect(await screen.findByText(/^Allowed: you can send/)).toBeDefined();
    await user.clear(await publicField());
    await user.type(await publicField(), 'Call 0471 99 99 99');
    await found();
  });

  it('is sent in private by one key, and leaves the public field empty', async () => {
    const { user, engine } = drawComposer(guarded);
    await user.type(await publicField(), leak);
    await found();
    await user.keyboard(privately);
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toMatchObject([{ channel: 'dm', text: leak, overrule: [] }]),
    );
    expect(await dmField()).toHaveProperty('value', '');
  });

  it('goes below an unfinished private draft instead of sending both', async () => {
    const { user, engine } = drawComposer(guarded);
    await publicField();
    await user.keyboard('d');
    await user.type(await dmField(), 'Begun');
    await user.click(screen.getByRole('radio', { name: /Public reply to/ }));
    await user.type(await publicField(), leak);
    await found();
    await user.keyboard(privately);
    expect(await dmField()).toHaveProperty('value', `Begun\n\n${leak}`);
    expect(engine.callsOf('replies.send')).toEqual([]);
  });

  it('comes back with the words of the engine if it was sent before the guards had looked', async () => {
    const refusal: AppError = { code: 'guardRefused', warnings: warn(leak, 'public') };
    const { user, engine } = drawComposer({ ...guarded, 'replies.send': () => err(refusal) });
    await user.type(await publicField(), leak);
    await user.keyboard(send);
    await waitFor(async () => expect(await publicField()).toHaveProperty('value', leak));
    expect(useUi.getState().notices).toMatchObject([{ error: refusal }]);
    await found();
    await user.keyboard(send);
    expect(engine.callsOf('replies.send')).toHaveLength(1);
  });
});

const noted: ReplyFile = {
  id: 'note',
  name: 'note.png',
  type: 'image/png',
  bytes: 4,
  width: 2,
  height: 2,
  altText: 'A note: 0471 23 45 67',
};

it('looks at what is said of pictures, too, and marks nothing of it in the field', async () => {
  const { user, engine } = drawComposer({
    ...guarded,
    'drafts.list': () => ok({ items: [{ channel: 'public', text: '', attachments: [noted], updatedAt: 1 }] }),
    'media.read': () => ok({ type: 'image/png', content: 'AAAA' }),
  });
  await user.type(await publicField(), 'See this');
  await found();
  expect(engine.callsOf('guards.check').at(-1)?.text).toBe('See this\nA note: 0471 23 45 67');
  expect(document.querySelector('mark')).toBeNull();
});

it('drops what the guards said of an older text, and never waits for them', async () => {
  const waiting: { text: string; answer: (warnings: Warning[]) => void }[] = [];
  const { user } = drawComposer({
    'guards.check': ({ text }) =>
      new Promise((resolve) => {
        waiting.push({ text, answer: (warnings) => resolve(ok({ warnings })) });
      }),
  });
  await user.type(await publicField(), leak);
  await waitFor(() => expect(waiting.at(-1)?.text).toBe(leak));
  await user.clear(await publicField());
  await user.type(await publicField(), 'On it');
  for (const { text, answer } of waiting) answer(warn(text, 'public'));
  await waitFor(() => expect(waiting.at(-1)?.text).toBe('On it'));
  expect(document.querySelector('mark')).toBeNull();
  expect(screen.queryByText(/seems to contain/)).toBeNull();
});

it.each<[Warning, RegExp]>([
  [
    { code: 'wrongChannel', suggested: 'dm', reason: 'refersToPrivate', start: 0, end: 2 },
    /refers to a private message/,
  ],
  [
    { code: 'wrongChannel', suggested: 'dm', reason: 'quotesPrivate', start: 0, end: 2 },
    /“On” is only in private messages/,
  ],
  [
    { code: 'wrongChannel', suggested: 'dm', reason: 'asksForData', start: 0, end: 2 },
    /asks Anna to post personal data/,
  ],
  [
    { code: 'nearDuplicate', where: 'person', at: 0, text: 'On it' },
    /Anna already got nearly the same reply/,
  ],
  [{ code: 'nearDuplicate', where: 'public', at: 0, text: 'On it' }, /went out in public/],
  [{ code: 'unseenMessage', count: 2 }, /2 messages that you haven’t seen yet/],
  [
    { code: 'foreignLink', links: ['a.example', 'b.example'] },
    /a\.example and b\.example aren’t your company’s sites/,
  ],
])('says in one line why %j warns', async (warning, words) => {
  const { user, engine } = drawComposer({ 'guards.check': () => ok({ warnings: [warning] }) });
  await user.type(await publicField(), 'On it');
  expect(await screen.findByText(words)).toBeDefined();
  await user.keyboard(send);
  const isSent = warning.code !== 'wrongChannel';
  await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(isSent ? 1 : 0));
});

it('names the own pattern that found a number, and leaves the price to the line below', async () => {
  const { user } = drawComposer({
    'guards.check': () =>
      ok({
        warnings: [
          { code: 'personalData', items: [{ kind: 'number', name: 'Membership card', start: 0, end: 2 }] },
          { code: 'price', usd: 0.2, usualUsd: 0.01 },
        ],
      }),
  });
  await user.type(await publicField(), 'On it');
  expect(await screen.findByText(/seems to contain Membership card\./)).toBeDefined();
});
