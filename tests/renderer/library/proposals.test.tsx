import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useLibrary } from '#renderer/state/library.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const restart = {
  id: '7',
  text: 'Hi {firstName}, please restart your router.',
  count: 7,
  lastAt: Date.UTC(2026, 10, 20, 9),
  language: 'en',
} as const;
const hours = { ...restart, id: '8', text: 'Open from nine to five.', count: 1_234, language: null };

async function drawLibrary(more: FakeHandlers = {}) {
  let items: readonly (typeof restart | typeof hours)[] = [restart, hours];
  const drawn = renderWithEngine(<Frame />, {
    handlers: {
      'replies.proposals': () => ok({ items: [...items] }),
      'replies.dismissProposal': ({ id }) => {
        items = items.filter((item) => item.id !== id);
        drawn.engine.emit('library.changed', {});
        return ok({ activityId: `dismissed ${id}` });
      },
      'activities.undo': () => ok({ conversationId: null, activityId: 'undone' }),
      ...more,
    },
  });
  await screen.findByText('Live');
  useLibrary.getState().reset();
  useUi.getState().goTo('library');
  await screen.findByRole('button', { name: '2 proposals' });
  return drawn;
}

describe('proposals of the library', () => {
  it('say how often and in which language a reply was written', async () => {
    const { user } = await drawLibrary();
    await user.keyboard('p');
    const main = await screen.findByRole('main', { name: 'Proposed canned responses' });
    const [first, second] = await within(main).findAllByRole('listitem');
    expect(first?.textContent).toMatch(/^Written 7 times · last .+ · English.*restart your router\./);
    expect(second?.textContent).toMatch(/^Written 1,234 times/);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText(/restart your router/)).toBeNull());
  });

  it('open the form filled in, keep what is typed there, and are dismissed once saved', async () => {
    const { user, engine } = await drawLibrary({
      'library.create': ({ title, texts }) =>
        ok({
          id: 'c9',
          title,
          texts,
          shortcut: null,
          folder: '',
          images: [],
          isPromise: false,
          uses: 0,
          lastUsedAt: null,
          outcome: { resolved: 0, askedAgain: 0, scores: [] },
          stale: [],
          createdAt: 1,
          updatedAt: 1,
          createdBy: 'Sam',
          activityId: 'created',
        }),
    });
    await user.keyboard('p');
    const openFirst = async () =>
      await user.click(
        (await screen.findAllByRole('button', { name: 'Create canned response' }))[0] as Element,
      );
    await openFirst();
    const title = await screen.findByRole('textbox', { name: 'Title' });
    expect(document.activeElement).toBe(title);
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveProperty('value', restart.text);
    await user.type(title, 'Router');
    await user.keyboard('{Escape}p');
    await openFirst();
    expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'Router');
    await user.type(screen.getByRole('textbox', { name: 'Title' }), '{Control>}{Enter}{/Control}');
    await screen.findByText('Canned response saved');
    expect(engine.callsOf('library.create')).toMatchObject([
      { title: 'Router', texts: [{ language: 'en', channel: null, text: restart.text }] },
    ]);
    expect(engine.callsOf('replies.dismissProposal')).toEqual([{ id: '7' }]);
    expect(useLibrary.getState().edits).toEqual({});
    expect(useUi.getState().done).toEqual([]);
  });

  it('leave a new canned response alone that is being written', async () => {
    const { user } = await drawLibrary();
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Mine');
    await user.keyboard('{Escape}p');
    await user.click(
      (await screen.findAllByRole('button', { name: 'Create canned response' }))[1] as Element,
    );
    expect(useLibrary.getState().edits.new).toMatchObject({ title: 'Mine' });
    expect(screen.getByRole('textbox', { name: 'Text' })).toHaveProperty('value', hours.text);
  });

  it('are dismissed, which is undone', async () => {
    const { user, engine } = await drawLibrary();
    await user.keyboard('p');
    await user.click((await screen.findAllByRole('button', { name: 'Dismiss' }))[0] as Element);
    expect(await screen.findByText('Proposal dismissed')).toBeDefined();
    expect(await screen.findByRole('button', { name: '1 proposal' })).toBeDefined();
    expect(screen.queryByText(restart.text)).toBeNull();
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'dismissed 7' }]));
  });

  it('have no button and no command while there are none', async () => {
    const { user } = renderWithEngine(<Frame />);
    useLibrary.getState().reset();
    useUi.getState().goTo('library');
    await screen.findByRole('heading', { name: 'Canned responses' });
    await user.keyboard('p');
    expect(screen.queryByRole('button', { name: /proposal/ })).toBeNull();
    expect(useLibrary.getState().selectedId).toBeNull();
  });
});
