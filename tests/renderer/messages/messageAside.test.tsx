import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessageAside } from '#renderer/messages/MessageAside.tsx';
import type { Message } from '#shared/domain/message.ts';
import { aMessage } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

async function draw(change: Partial<Message>) {
  renderWithEngine(
    <p data-testid="aside">
      <MessageAside message={aMessage(change)} />
    </p>,
    { handlers: {} },
  );
  return (await screen.findByTestId('aside')).textContent;
}

const people = [
  { id: '61', handle: 'ida', name: 'Ida' },
  { id: '62', handle: 'bo', name: 'Bo' },
];

const group = { id: '7', people };

describe('what is said beside a message', () => {
  it.each([
    ['of the conversation', {}, ''],
    ['that was written to others', { context: true }, 'not addressed to you'],
    ['of a group', { context: true, group }, 'in a group with Ida and Bo'],
    [
      'of a group in which nobody else wrote',
      { context: true, group: { ...group, people: [] } },
      'in a group',
    ],
    [
      'of a group with a name',
      { context: true, group: { ...group, name: 'The  harbour' } },
      'in the group “The harbour” with Ida and Bo',
    ],
    [
      'of a group with a name in which nobody else wrote',
      { context: true, group: { id: '7', name: 'The harbour', people: [] } },
      'in the group “The harbour”',
    ],
    [
      'of a group whose name turns the direction',
      { context: true, group: { id: '7', name: 'a\u202eb', people: [] } },
      'in the group “a⟨U+202E⟩b”',
    ],
    [
      'of a group with an invisible name',
      { context: true, group: { id: '7', name: '\u200b', people: [] } },
      'in a group',
    ],
    [
      'of a group with an endless name',
      { context: true, group: { id: '7', name: 'x'.repeat(200), people: [] } },
      `in the group “${'x'.repeat(60)}…”`,
    ],
  ])('%s', async (_, change, words) => {
    expect(await draw(change)).toBe(words);
  });
});
