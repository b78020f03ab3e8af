import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { Tag } from '#shared/domain/tag.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const tag = (id: string, name: string): Tag => ({ id, name, colour: 'green', conversations: 3 });
const known = [tag('t1', 'Café'), tag('t2', 'Refund'), tag('t3', 'VIP')];

/** The open conversation of Anna, which carries these tags, with the picker open. */
async function drawPicker(tags: string[] = [], handlers: FakeHandlers = {}) {
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'tags.list': () => ok({ items: known }),
      'conversations.list': () => ok({ items: [aConversation({ tags })] }),
      'conversations.get': () => ok(aHistoryPage(aConversation({ tags }), [aMessage()])),
      'conversations.tag': () => ok({ activityId: 'a1' }),
      'activities.undo': () => ok({ conversationId: 'c1', activityId: 'u1' }),
      ...handlers,
    },
  });
  await screen.findByRole('option');
  await rendered.user.keyboard('j');
  await screen.findByRole('heading', { name: /Anna de Vries/ });
  await rendered.user.keyboard('l');
  const picker = await screen.findByRole('dialog', { name: 'Tags' });
  const options = () => within(picker).queryAllByRole('option');
  return { ...rendered, picker, options, names: () => options().map(({ textContent }) => textContent) };
}

it('puts a tag on with Enter, takes it off again, and says so where it can be undone', async () => {
  const { engine, user, options } = await drawPicker(['t3']);
  await waitFor(() => expect(options()).toHaveLength(3));
  expect(options().map((option) => option.getAttribute('aria-checked'))).toEqual(['false', 'false', 'true']);
  await user.keyboard('ref{Enter}');
  expect(engine.callsOf('conversations.tag')).toEqual([{ id: 'c1', add: ['t2'], remove: [] }]);
  expect(await screen.findByText('Tag added: Refund')).toBeTruthy();
  await waitFor(() => expect(options()).toHaveLength(2));
  expect(options()[0]?.getAttribute('aria-checked')).toBe('true');
  await user.keyboard('{Enter}');
  expect(engine.callsOf('conversations.tag').at(-1)).toEqual({ id: 'c1', add: [], remove: ['t2'] });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('z');
  await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'a1' }]));
});

it('finds a tag without its accents, and offers to create what there is not', async () => {
  const { engine, user, names } = await drawPicker([], {
    'tags.create': ({ name }) => ok(tag('t9', name)),
  });
  await user.keyboard('CAFE');
  await waitFor(() => expect(names()).toEqual(['Café3']));
  await user.keyboard('s');
  await waitFor(() => expect(names()).toEqual(['Create “CAFEs”']));
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(engine.callsOf('conversations.tag')).toEqual([{ id: 'c1', add: ['t9'], remove: [] }]),
  );
  expect(engine.callsOf('tags.create')).toEqual([{ name: 'CAFEs' }]);
});

it('uses the tag that somebody else created in the meantime', async () => {
  const { engine, user } = await drawPicker([], {
    'tags.create': () => err({ code: 'tagNameTaken', name: 'new', id: 't8' }),
  });
  await user.keyboard('new{Enter}');
  await waitFor(() =>
    expect(engine.callsOf('conversations.tag')).toEqual([{ id: 'c1', add: ['t8'], remove: [] }]),
  );
  expect(screen.queryByRole('alert')).toBeNull();
});

it('takes the tick back if that failed, and says why', async () => {
  const { user, options } = await drawPicker([], {
    'conversations.tag': () => err({ code: 'notFound', what: 'tag', id: 't2' }),
  });
  await user.keyboard('ref{Enter}');
  await screen.findByText('This no longer exists.');
  await waitFor(() => expect(options()[0]?.getAttribute('aria-checked')).toBe('false'));
});

it('offers no name that is too long, and no tag at all when there is none', async () => {
  const { engine, user, picker, names } = await drawPicker([], { 'tags.list': () => ok({ items: [] }) });
  await waitFor(() => expect(picker.textContent).toContain('No tags yet'));
  await user.click(within(picker).getByRole('combobox'));
  await user.paste('x'.repeat(61));
  await waitFor(() => expect(picker.textContent).toContain('can’t be a name'));
  expect(names()).toEqual([]);
  act(() => engine.emit('tags.changed', {}));
});

it('tags all that are picked, which stay picked, with one toast and one undo', async () => {
  const carried = aConversation({ id: 'c2', tags: ['t3'] });
  const { engine, user } = renderWithEngine(<Frame />, {
    handlers: {
      'tags.list': () => ok({ items: known }),
      'conversations.list': () => ok({ items: [aConversation({ tags: ['t1', 't3'] }), carried] }),
      'conversations.get': () => ok(aHistoryPage(aConversation(), [aMessage()])),
      'bulk.change': ({ conversations }) =>
        ok({ id: 'b1', changed: conversations.map(({ id }) => id), left: [] }),
      'bulk.undo': () => ok({ undone: ['c1', 'c2'], left: [] }),
    },
  });
  await screen.findAllByRole('option');
  await user.keyboard('jx{Shift>}j{/Shift}l');
  const picker = await screen.findByRole('dialog', { name: 'Tags' });
  const ticks = () =>
    within(picker)
      .getAllByRole('option')
      .map((option) => option.getAttribute('aria-checked'));
  await waitFor(() => expect(ticks()).toEqual(['false', 'false', 'true']));
  await user.keyboard('ref{Enter}');
  await waitFor(() =>
    expect(engine.callsOf('bulk.change')).toMatchObject([
      { conversations: [{ id: 'c1' }, { id: 'c2' }], change: { type: 'tag', tag: 't2', on: true } },
    ]),
  );
  expect(await screen.findByText('2 tagged')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(await screen.findByText('2 selected')).toBeTruthy();
  await user.keyboard('z');
  await waitFor(() => expect(engine.callsOf('bulk.undo')).toEqual([{ id: 'b1' }]));
});

it('lets nothing that is typed before it has the focus become a shortcut', async () => {
  const { engine, user } = await drawPicker();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.keyDown(document.body, { key: 'l' });
  fireEvent.keyDown(document.body, { key: 'e' });
  await screen.findByRole('dialog', { name: 'Tags' });
  expect(engine.callsOf('conversations.setStatus')).toEqual([]);
});
