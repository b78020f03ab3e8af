import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SavedSearch } from '../../../shared/domain/savedSearch.ts';
import { err, ok } from '../../../shared/result.ts';
import { Frame } from '../../../src-renderer/features/Frame/Frame.tsx';
import type { Hit } from '../../../src-renderer/features/Listening/useHits.ts';
import { useUi } from '../../../src-renderer/state/ui.ts';
import { aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const aSearch = (change: Partial<SavedSearch> = {}): SavedSearch => ({
  id: 's1',
  name: 'Late parcels',
  terms: { all: ['parcel', 'late'], any: [], phrases: [], hashtags: [], none: [], lang: 'nl' },
  query: 'parcel late lang:nl -is:retweet',
  takesAll: false,
  createdAt: 0,
  hits: 12,
  ...change,
});

const aHit = (id: string, change: Partial<Hit> = {}): Hit => ({
  message: aMessage({ id, xId: id, text: `Said ${id}`, conversationId: null }),
  searchIds: ['s1'],
  takenAs: null,
  ...change,
});

async function draw(hits: readonly Hit[], handlers: FakeHandlers = {}) {
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'savedSearches.list': () =>
        ok({ items: [aSearch(), aSearch({ id: 's2', name: 'Praise', takesAll: true })] }),
      'listening.list': () => ok({ items: [...hits] }),
      'listening.take': () => ok({ conversationId: 'c9' }),
      'savedSearches.save': () => ok(aSearch()),
      'savedSearches.remove': () => ok({}),
      ...handlers,
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await rendered.user.keyboard('gl');
  await screen.findByRole('heading', { name: 'Listening' });
  return rendered;
}

const pane = () => screen.getByRole('main');

describe('listening', () => {
  it('opens hits with j and k and names the search that found them', async () => {
    const { user } = await draw([aHit('a'), aHit('b')]);
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jj');
    expect(within(pane()).getByText('Said b')).toBeDefined();
    expect(within(pane()).getByText('Found by Late parcels')).toBeDefined();
    await user.keyboard('k');
    expect(within(pane()).getByText('Said a')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(within(pane()).getByRole('heading', { name: 'Saved searches' })).toBeDefined();
  });

  it('takes a hit into the queue with t, once', async () => {
    let hits = [aHit('a')];
    const { user, engine } = await draw([], {
      'listening.list': () => ok({ items: hits }),
      'listening.take': () => {
        hits = [aHit('a', { takenAs: 'c9' })];
        return ok({ conversationId: 'c9' });
      },
    });
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jt');
    await waitFor(() => expect(engine.callsOf('listening.take')).toEqual([{ messageId: 'a' }]));
    act(() => engine.emit('listening.changed', {}));
    await user.click(await within(pane()).findByRole('button', { name: 'Open the conversation' }));
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c9' });
  });

  it('opens a hit on X with o', async () => {
    const { user, shell } = await draw([aHit('a')]);
    shell.answer('links.open', {});
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jo');
    await waitFor(() =>
      expect(shell.calls.at(-1)).toEqual({
        method: 'links.open',
        input: { url: 'https://x.com/annadv/status/a' },
      }),
    );
  });

  it('shows the hits of one search', async () => {
    const { user, engine } = await draw([aHit('a')]);
    await user.click(await screen.findByRole('combobox', { name: 'Saved search' }));
    await user.click(await screen.findByRole('option', { name: 'Praise' }));
    await waitFor(() => expect(engine.callsOf('listening.list').at(-1)).toMatchObject({ searchId: 's2' }));
  });

  it('says so where a hit was taken', async () => {
    await draw([aHit('a', { takenAs: 'c9' })]);
    expect((await screen.findByRole('option', { name: /Said a/ })).textContent).toContain('taken');
  });

  it('shows what people wrote as text only', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    const { user } = await draw([aHit('a', { message: aMessage({ id: 'a', text: hostile }) })]);
    await screen.findByRole('option');
    await user.keyboard('j');
    expect((await screen.findAllByText(hostile)).length).toBe(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it('teaches how to begin', async () => {
    await draw([], { 'savedSearches.list': () => ok({ items: [] }) });
    expect(await screen.findByText('Listen beyond your name')).toBeDefined();
  });
});

describe('a saved search', () => {
  it('is written in a form that shows what X will be asked', async () => {
    const { user, engine } = await draw([]);
    await user.keyboard('s');
    const dialog = await screen.findByRole('dialog', { name: 'New search' });
    const field = (name: string) => within(dialog).getByRole('textbox', { name });
    const save = within(dialog).getByRole('button', { name: 'Save the search' });
    expect(save).toHaveProperty('disabled', true);
    await user.type(field('Name'), 'Broken lamps');
    await user.type(field('All of these words'), 'lamp broken');
    await user.type(field('These exact phrases'), 'does not work, gone again');
    await user.type(field('Any of these hashtags'), '#fail #harbour');
    await user.type(field('None of these words'), 'boat');
    const query =
      'lamp broken "does not work" "gone again" (#fail OR #harbour) -boat -is:retweet -@harbour -from:harbour';
    expect(within(dialog).getByText(query)).toBeDefined();
    await user.click(within(dialog).getByRole('switch', { name: 'Take every hit into the queue' }));
    await user.click(save);
    await waitFor(() =>
      expect(engine.callsOf('savedSearches.save')).toEqual([
        {
          name: 'Broken lamps',
          terms: {
            all: ['lamp', 'broken'],
            any: [],
            phrases: ['does not work', 'gone again'],
            hashtags: ['fail', 'harbour'],
            none: ['boat'],
            lang: null,
          },
          takesAll: true,
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is tried before it is saved, and asks X only then', async () => {
    const { user, engine } = await draw([], {
      'savedSearches.preview': () =>
        ok({ query: 'lamp', sample: [aMessage({ text: 'My lamp' })], hitsPerDay: 12.4, usdPerMonth: 1.86 }),
    });
    await user.keyboard('s');
    await user.type(await screen.findByRole('textbox', { name: 'All of these words' }), 'lamp');
    expect(engine.callsOf('savedSearches.preview')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(await screen.findByText('12.4 a day')).toBeDefined();
    expect(screen.getByText('about $1.86 a month')).toBeDefined();
    expect(screen.getByText('My lamp')).toBeDefined();
  });

  it('says why it could not be tried', async () => {
    const { user } = await draw([], { 'savedSearches.preview': () => err({ code: 'offline' }) });
    await user.keyboard('s');
    await user.type(await screen.findByRole('textbox', { name: 'All of these words' }), 'lamp');
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(await screen.findByText('X cannot be reached.')).toBeDefined();
  });

  it('is changed with what it was', async () => {
    const { user, engine } = await draw([]);
    await user.click(await screen.findByRole('button', { name: 'Edit Late parcels' }));
    const words = await screen.findByRole('textbox', { name: 'All of these words' });
    expect(words).toHaveProperty('value', 'parcel late');
    await user.type(words, ' gent');
    await user.click(screen.getByRole('button', { name: 'Save the search' }));
    await waitFor(() =>
      expect(engine.callsOf('savedSearches.save')[0]).toMatchObject({
        id: 's1',
        terms: { all: ['parcel', 'late', 'gent'], lang: 'nl' },
      }),
    );
  });

  it('ends only after a second word', async () => {
    const { user, engine } = await draw([]);
    await user.click(await screen.findByRole('button', { name: 'Remove Late parcels' }));
    expect(engine.callsOf('savedSearches.remove')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Stop it' }));
    await waitFor(() => expect(engine.callsOf('savedSearches.remove')).toEqual([{ id: 's1' }]));
  });
});
