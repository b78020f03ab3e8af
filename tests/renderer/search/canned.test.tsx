import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useLibrary } from '#renderer/state/library.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const item = {
  id: 'r1',
  title: 'Late order',
  shortcut: 'late',
  folder: '',
  uses: 3,
  text: 'Sorry, it is late.',
  language: null,
  channel: null,
};

it('finds canned responses too, and opens one in the library with Enter', async () => {
  const asked: unknown[] = [];
  const { user } = renderWithEngine(<Frame />, {
    handlers: {
      'library.search': (input) => {
        asked.push(input);
        return ok({ items: [item] });
      },
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard('/late{Enter}');
  await screen.findByRole('heading', { name: 'Canned responses' });
  expect(useUi.getState().screen).toBe('library');
  expect(useLibrary.getState().selectedId).toBe('r1');
  expect(asked).toContainEqual({ query: 'late', limit: 3 });
});

it('activates a customer who writes while only a canned response is found', async () => {
  let people: ReturnType<typeof aConversation>[] = [];
  const { user, engine } = renderWithEngine(<Frame />, {
    handlers: {
      'library.search': () => ok({ items: [item] }),
      'search.quick': () => ok({ items: people }),
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard('/late');
  const field = screen.getByRole('combobox', { name: 'Search' });
  await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBe('canned-r1'));
  await waitFor(() => expect(engine.callsOf('search.quick').at(-1)?.text).toBe('late'));
  people = [aConversation({ id: 'c7' })];
  act(() => engine.emit('conversations.opened', { ids: ['c7'] }));
  await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBe('person-c7'));
});
