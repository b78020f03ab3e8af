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
  ])('%s', async (_, change, words) => {
    expect(await draw(change)).toBe(words);
  });
});
