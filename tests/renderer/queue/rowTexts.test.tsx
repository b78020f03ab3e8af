import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '#shared/domain/conversation.ts';
import { ok } from '#shared/result.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { aConversation, aShellState, testNow, testSettings } from '../support/builders.ts';
import { renderQueue, row, setRows } from './support/renderQueue.tsx';

const said = (change: Partial<Conversation['lastMessage']>) => ({
  lastMessage: { ...aConversation().lastMessage, ...change },
});

async function textOf(change: Partial<Conversation>, shell = {}): Promise<string> {
  const { engine } = await renderQueue(['a'], shell);
  setRows(() => [row('a', { unread: 0, ...change })]);
  act(() => engine.emit('conversations.changed', { ids: ['a'] }));
  const words = change.lastMessage?.text.split(' ').at(-1) ?? '';
  await waitFor(() => expect(screen.getByRole('option').textContent).toContain(words));
  return screen.getByRole('option').textContent ?? '';
}

describe('a row', () => {
  it('leaves out the handle of the account that its text begins with', async () => {
    const text = await textOf(said({ text: '@Harbour where is my order?' }));
    expect(text).toContain('where is my order?');
    expect(text).not.toContain('@Harbour');
  });

  it('has its text in a compact list, too', async () => {
    const compact = { preferences: { ...aShellState().preferences, density: 'compact' } };
    expect(await textOf(said({ text: '@harbour where is it?' }), compact)).toContain('where is it?');
  });

  it('says the channel to screen readers, but no reason that goes without saying', async () => {
    const inPublic = await textOf({ reason: 'mention', ...said({ text: 'in public' }) });
    expect(inPublic).toContain('Public');
    expect(inPublic).not.toContain('mention');
  });

  it.each([
    ['reply', 'reply'],
    ['quote', 'quote'],
    ['keyword', 'keyword'],
  ] as const)('says that the reason was a %s', async (reason, word) => {
    expect(await textOf({ reason, ...said({ text: 'something unusual' }) })).toContain(word);
  });

  it('says no reason of another channel', async () => {
    const text = await textOf({ reason: 'quote', ...said({ kind: 'dm', text: 'went on in private' }) });
    expect(text).not.toContain('quote');
  });

  it('says one time: when it is due', async () => {
    const text = await textOf({
      dueAt: testNow - 3_600_000,
      ...said({ text: 'late', at: testNow - 7_200_000 }),
    });
    expect(text.match(/overdue/g)).toHaveLength(1);
    expect(screen.getByRole('option').querySelector('time')).toBeNull();
  });

  it.each([
    ['16 min', 'due in 16 min', 16, 76, 'calm'],
    ['14 min', 'due in 14 min', 14, 74, 'soon'],
    ['a minute ago', 'overdue', -1, 59, 'soon'],
    ['days ago, over a weekend', 'overdue', -3_000, 20, 'soon'],
    ['an hour ago', 'overdue', -60, 0, 'late'],
  ])(
    'is grey before, amber around and red only long after it was due: %s',
    async (_, words, due, late, tone) => {
      // The row has the real clock; half a minute is its head start.
      const now = Date.now() + 30_000;
      const [dueAt, lateAt] = [now + due * 60_000, now - 60_000 + late * 60_000];
      await textOf({ dueAt, lateAt, ...said({ text: 'changed' }) });
      expect(screen.getByText(new RegExp(words)).dataset.tone).toBe(tone);
    },
  );

  it('counts a delay as due times are counted: in office hours, and these in no days', async () => {
    const now = Date.now();
    // Three days, one of which is a holiday.
    const dueAt = now - 3 * DAY_MS - MINUTE_MS;
    const holidays = [{ date: new Date(now - DAY_MS).toISOString().slice(0, 10), yearly: false }];
    const { engine } = await renderQueue(['a']);
    engine.handle({
      'settings.get': () => ok({ ...testSettings, officeHours: { ranges: [], holidays, timeZone: 'UTC' } }),
    });
    setRows(() => [row('a', { dueAt, lateAt: now })]);
    act(() => {
      engine.emit('settings.changed', {});
      engine.emit('conversations.changed', { ids: ['a'] });
    });
    expect(await screen.findByText('48 h overdue')).toBeDefined();
  });
});
