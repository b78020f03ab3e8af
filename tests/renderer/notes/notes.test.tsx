import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { toTyped } from '#renderer/features/Conversation/notes/useColleagues.ts';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { Note } from '#shared/domain/note.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const note: Note = {
  id: 'n1',
  conversationId: 'c1',
  agent: 'Robin',
  text: 'Ask @Sam, <b>please</b>',
  mentions: [{ agent: 'a1', start: 4, end: 8 }],
  createdAt: testNow,
  editedAt: testNow,
};

/** The open conversation of Anna, with these notes. */
async function draw(notes: Note[] = [], handlers: FakeHandlers = {}, mentionsMe = false) {
  const conversation = aConversation({ mentionsMe, unread: 0 });
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'conversations.list': () => ok({ items: [conversation] }),
      'conversations.get': () => ok({ ...aHistoryPage(conversation, [aMessage()]), notes }),
      'notes.add': () => ok({ id: 'n2', activityId: 'a1' }),
      'notes.update': () => ok({ activityId: 'a2' }),
      'notes.delete': () => ok({ activityId: 'a3' }),
      'notes.markSeen': () => ok({}),
      'activities.undo': () => ok({ conversationId: 'c1', activityId: 'u1' }),
      ...handlers,
    },
  });
  await screen.findByRole('option');
  await rendered.user.keyboard('j');
  await screen.findByRole('region', { name: 'Reply' });
  return rendered;
}

const field = () => screen.findByRole('textbox', { name: 'Private note, only for your team' });

it('n writes a note in place of a reply, Ctrl+Enter adds it, and z takes it back', async () => {
  const { engine, user } = await draw();
  await user.keyboard('n');
  expect(document.activeElement).toBe(await field());
  expect(screen.queryByRole('region', { name: 'Reply' })).toBeNull();
  expect(screen.getByText('Only your team sees this')).toBeTruthy();
  await user.keyboard('She is a regular.{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(engine.callsOf('notes.add')).toEqual([{ conversationId: 'c1', text: 'She is a regular.' }]),
  );
  expect(engine.callsOf('replies.send')).toEqual([]);
  expect(await screen.findByText('Note added')).toBeTruthy();
  await screen.findByRole('region', { name: 'Reply' });
  await user.keyboard('z');
  await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'a1' }]));
});

it('keeps the draft when it is left, and r goes back to the reply', async () => {
  const { engine, user } = await draw([], { 'notes.getDraft': () => ok({ text: 'from before' }) });
  await user.keyboard('n');
  await waitFor(async () => expect(await field()).toHaveProperty('value', 'from before'));
  await user.type(await field(), ' and now');
  await user.keyboard('{Escape}');
  await screen.findByRole('region', { name: 'Reply' });
  await waitFor(() =>
    expect(engine.callsOf('notes.saveDraft').at(-1)).toEqual({
      conversationId: 'c1',
      text: 'from before and now',
    }),
  );
  await user.keyboard('n');
  expect(await field()).toHaveProperty('value', 'from before and now');
  await user.keyboard('{Escape}r');
  expect(await screen.findByRole('region', { name: 'Reply' })).toBeTruthy();
});

it('keeps the text if it could not be added', async () => {
  const { user } = await draw([], {
    'notes.add': () => err({ code: 'notFound', what: 'conversation', id: 'c1' }),
  });
  await user.keyboard('nOne{Control>}{Enter}{/Control}');
  await screen.findByText('This no longer exists.');
  expect(await field()).toHaveProperty('value', 'One');
});

it('@ completes a colleague by Enter, and Escape only closes the list', async () => {
  const { user } = await draw();
  await user.keyboard('nHi @ro');
  const colleagues = await screen.findByRole('listbox', { name: 'Colleagues' });
  expect(
    within(colleagues)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['RRobin']);
  await user.keyboard('{Enter}');
  expect(await field()).toHaveProperty('value', 'Hi @Robin ');
  expect(screen.queryByRole('listbox', { name: 'Colleagues' })).toBeNull();
  await user.keyboard('@');
  await screen.findByRole('listbox', { name: 'Colleagues' });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox', { name: 'Colleagues' })).toBeNull();
  expect(document.activeElement).toBe(await field());
});

it.each([
  ['Hi @ro', 'ro'],
  ['@', ''],
  ['@Sam Le', 'Sam Le'],
  ['mail@sam', null],
  ['Hi @Sam, no', 'Sam, no'],
  ['none', null],
])('after %j the colleague begins with %j', (before, typed) => expect(toTyped(before)).toBe(typed));

it('shows a note as text, with whom it mentions', async () => {
  await draw([note]);
  const card = await screen.findByRole('article', { name: /^Note by Robin/ });
  expect(card.textContent).toContain('Ask @Sam, <b>please</b>');
  expect(card.querySelector('bdi[data-me]')?.textContent).toBe('@Sam');
  expect(card.textContent).toContain('edited');
});

it('edits and deletes a note by keyboard', async () => {
  const { engine, user } = await draw([note]);
  const card = within(await screen.findByRole('article', { name: /^Note by Robin/ }));
  card.getByRole('button', { name: 'Edit note' }).focus();
  await user.keyboard('{Enter}');
  const editor = await card.findByRole('textbox', { name: 'Edit note' });
  await waitFor(() => expect(document.activeElement).toBe(editor));
  expect(editor).toHaveProperty('selectionStart', note.text.length);
  await user.clear(editor);
  await user.keyboard('Better{Control>}{Enter}{/Control}');
  await waitFor(() => expect(engine.callsOf('notes.update')).toEqual([{ id: 'n1', text: 'Better' }]));
  await waitFor(() => expect(document.activeElement).toBe(card.getByRole('button', { name: 'Edit note' })));
  card.getByRole('button', { name: 'Delete note' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(engine.callsOf('notes.delete')).toEqual([{ id: 'n1' }]));
  expect(await screen.findByText('Note deleted')).toBeTruthy();
});

it('marks a row whose note mentions me, and takes it as seen once it is open', async () => {
  const { engine } = await draw([note], {}, true);
  expect(screen.getByRole('option').textContent).toContain('A note mentions you');
  await waitFor(() => expect(engine.callsOf('notes.markSeen')).toEqual([{ conversationId: 'c1' }]));
});

it('the search finds notes and tags, and opens their conversation', async () => {
  const { user } = await draw([note], {
    'search.quick': () => ok({ items: [] }),
    'search.messages': () => ok({ items: [], tookMs: 1 }),
    'search.notes': () => ok({ items: [{ note, snippet: 'Ask \u0002@Sam\u0003' }] }),
    'search.tagged': () => ok({ items: [aConversation()] }),
  });
  await user.keyboard('/sam');
  const results = within(await screen.findByRole('listbox', { name: 'Results' }));
  expect(await results.findByRole('group', { name: 'With this tag' })).toBeTruthy();
  const found = results.getByRole('group', { name: 'Notes' });
  expect(found.textContent).toContain('Ask @Sam');
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(within(found).getByRole('option').getAttribute('aria-selected')).toBe('true'));
});

it('with filters the search finds notes and messages only', async () => {
  const searched: string[] = [];
  const { user } = await draw([note], {
    'search.messages': () => ok({ items: [], tookMs: 1 }),
    'search.notes': ({ text }) => {
      searched.push(text);
      return ok({ items: [{ note, snippet: 'Ask \u0002@Sam\u0003' }] });
    },
    'search.tagged': () => ok({ items: [aConversation()] }),
  });
  await user.keyboard('/sam status:open');
  const results = within(await screen.findByRole('listbox', { name: 'Results' }));
  expect(await results.findByRole('group', { name: 'Notes' })).toBeTruthy();
  await waitFor(() => expect(searched.at(-1)).toBe('sam status:open'));
  await waitFor(() => expect(results.queryByRole('group', { name: 'With this tag' })).toBeNull());
});
