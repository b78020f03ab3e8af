import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DueMark } from '#renderer/dueTime/DueMark.tsx';
import { useCountedTime } from '#renderer/workspace/useCountedTime.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { aConversation, testNow } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: testNow });
});
afterEach(() => {
  vi.useRealTimers();
});

let drawn = 0;

function Mark({ dueAt, ...change }: Partial<Conversation> & { readonly dueAt: number }) {
  drawn += 1;
  const counted = useCountedTime();
  return <DueMark conversation={aConversation({ dueAt, ...change })} dueAt={dueAt} counted={counted} />;
}

const inMinutes = (minutes: number) => testNow + minutes * MINUTE_MS;
const pass = (minutes: number) => act(() => vi.advanceTimersByTime(minutes * MINUTE_MS));

it('goes on with the time, and nothing around it is drawn again', async () => {
  renderWithEngine(<Mark dueAt={inMinutes(20)} />);
  expect(await screen.findByText('due in 20 min')).toBeDefined();
  const before = drawn;
  pass(6);
  expect(screen.getByText('due in 14 min').dataset.tone).toBe('soon');
  pass(17);
  expect(screen.getByText('3 min overdue')).toBeDefined();
  expect(drawn).toBe(before);
});

it('stands still while the conversation is snoozed, and goes on after it', async () => {
  renderWithEngine(<Mark dueAt={inMinutes(70)} snoozedUntil={inMinutes(60)} />);
  expect((await screen.findByText('paused · 10 min left')).dataset.tone).toBe('calm');
  pass(45);
  expect(screen.getByText('paused · 10 min left')).toBeDefined();
  pass(16);
  expect(screen.getByText('due in 9 min').dataset.tone).toBe('soon');
});

it('does not count on what was missed before a snooze', async () => {
  renderWithEngine(<Mark dueAt={inMinutes(-5)} lateAt={inMinutes(30)} snoozedUntil={inMinutes(60)} />);
  expect((await screen.findByText('paused · overdue')).dataset.tone).toBe('calm');
  pass(31);
  expect(screen.getByText('paused · overdue').dataset.tone).toBe('late');
});
