import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type * as snippets from '#renderer/features/Search/snippet.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aMessage } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const drawn: string[] = [];

vi.mock('#renderer/features/Search/snippet.ts', async (load) => {
  const { toSnippetParts } = await load<typeof snippets>();
  return {
    toSnippetParts: (snippet: string) => {
      drawn.push(snippet);
      return toSnippetParts(snippet);
    },
  };
});

const hit = (n: number) => ({
  message: aMessage({ id: `post-${n}`, xId: `${n}` }),
  conversationId: `c${n}`,
  person: aConversation({ id: `c${n}` }).person,
  snippet: `order ${n}`,
});

function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

it('a letter does not draw the messages again before the next ones, nor do people who arrive after these', async () => {
  const messages = createGate();
  const people = createGate();
  const { user, engine } = renderWithEngine(<Frame />, {
    handlers: {
      'search.messages': async ({ text }) => {
        if (text === 'order') await messages.opened;
        return ok({ items: text === 'order' ? [hit(2), hit(4)] : [hit(1), hit(3)], tookMs: 1 });
      },
      'search.quick': async ({ text }) => {
        if (text === 'order') await people.opened;
        return ok({ items: [aConversation({ id: text === 'order' ? 'c7' : 'c8' })] });
      },
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard('/orde');
  const results = await screen.findByRole('listbox', { name: 'Results' });
  const ids = () =>
    within(results)
      .getAllByRole('option')
      .map(({ id }) => id);
  await waitFor(() => expect(ids()).toEqual(['person-c8', 'hit-post-1', 'hit-post-3']));
  drawn.length = 0;
  await user.keyboard('r');
  await waitFor(() => expect(engine.callsOf('search.messages').at(-1)?.text).toBe('order'));
  expect(drawn).not.toContain('order 3');
  messages.open();
  await waitFor(() => expect(ids()).toContain('hit-post-2'));
  drawn.length = 0;
  people.open();
  await waitFor(() => expect(ids()).toEqual(['person-c7', 'hit-post-2', 'hit-post-4']));
  // The first of them may have been the active result until then.
  expect(drawn).not.toContain('order 4');
});
