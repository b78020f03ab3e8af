import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { list, renderQueue, row, setRows } from './support/renderQueue.tsx';

it.each([
  ['sending', 'Sending'],
  ['waiting', 'Waiting for X'],
  ['notSent', 'Not sent'],
  ['check', 'Check'],
] as const)(
  'a row shows that its reply is %s, never that it was replied to',
  async (unfinishedReply, words) => {
    const { engine } = await renderQueue(['a']);
    setRows(() => [row('a', { dueAt: null, unfinishedReply })]);
    act(() => engine.emit('conversations.changed', { ids: ['a'] }));
    expect(await within(list()).findByText(words)).toBeTruthy();
    expect(screen.queryByText('Replied')).toBeNull();
    expect(screen.getByRole('option', { name: /your reply/i })).toBeTruthy();
  },
);

it('a row shows that it was replied to once X has the reply', async () => {
  const { engine } = await renderQueue(['a']);
  setRows(() => [row('a', { dueAt: null, status: 'pending' })]);
  act(() => engine.emit('conversations.changed', { ids: ['a'] }));
  expect(await screen.findByText('Replied')).toBeTruthy();
});
