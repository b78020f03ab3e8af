import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, test } from 'vitest';
import { toLanguage } from '#renderer/features/Conversation/spelling/useFieldSpelling.ts';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { defaultPreferences, type Preferences } from '#shared/contract/shell.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage } from '../../support/builders.ts';
import { renderWithEngine } from '../../support/renderWithEngine.tsx';

async function openConversation(lang: string | null, change: Partial<Preferences> = {}) {
  const conversation = aConversation({ lang });
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'conversations.list': () => ok({ items: [conversation] }),
      'conversations.get': () => ok(aHistoryPage(conversation, [aMessage()])),
    },
    shell: { preferences: { ...defaultPreferences, spellCheck: true, ...change } },
  });
  await screen.findByRole('option');
  await rendered.user.keyboard('j');
  await screen.findByRole('region', { name: 'Reply' });
  const used = () =>
    rendered.shell.calls.filter(({ method }) => method === 'spelling.use').map(({ input }) => input);
  return { ...rendered, used, lastUsed: () => used().at(-1) };
}

test.each([
  ['nl', 'nl'],
  ['fr', 'fr'],
  ['en', 'en'],
  ['de', null],
  [null, 'fr'],
] as const)('a customer who writes %s is answered in %s, with a French window', (lang, language) => {
  expect(toLanguage(lang, 'fr')).toBe(language);
});

it('a reply is written in the language of the customer, and names are known', async () => {
  const { user, used, lastUsed } = await openConversation('nl');
  expect(used()).toEqual([]);
  await user.keyboard('r');
  await waitFor(() => expect(lastUsed()).toMatchObject({ language: 'nl' }));
  const { names } = lastUsed() as { names: string[] };
  expect(names).toEqual(expect.arrayContaining(['Anna de Vries', 'annadv', 'Sam', 'Robin']));
});

it('a note is written in the language of the window', async () => {
  const { user, lastUsed } = await openConversation('nl');
  await user.keyboard('n');
  await waitFor(() => expect(lastUsed()).toMatchObject({ language: 'en' }));
});

it('a field says its language again when it gets the focus', async () => {
  const { user, used } = await openConversation('nl');
  await user.keyboard('r');
  await waitFor(() => expect(used().length).toBeGreaterThan(0));
  const before = used().length;
  await user.keyboard('{Escape}');
  await user.keyboard('r');
  await waitFor(() => expect(used().length).toBeGreaterThan(before));
});

it('a word added to the dictionary has the field checked again', async () => {
  const { user, shell, used } = await openConversation('nl');
  await user.keyboard('r');
  await waitFor(() => expect(used().length).toBeGreaterThan(0));
  const before = used().length;
  const preferences = { ...defaultPreferences, spellCheck: true, ownWords: ['retourdoos'] };
  act(() => shell.emit('preferences.changed', { preferences, language: 'en' }));
  await waitFor(() => expect(used().length).toBeGreaterThan(before));
});

it('nothing is checked while spelling is off', async () => {
  const { user, used } = await openConversation('nl', { spellCheck: false });
  await user.keyboard('r');
  const field = document.activeElement as HTMLTextAreaElement;
  expect(field.getAttribute('spellcheck')).toBe('false');
  expect(used()).toEqual([]);
});
