import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { err, ok } from '#shared/result.ts';
import { aMessage } from '../support/builders.ts';
import { aSearch, drawListening } from './support/drawListening.tsx';

describe('a saved search', () => {
  it('shows the resulting query in its form', async () => {
    const { user, engine } = await drawListening([]);
    await user.keyboard('s');
    const dialog = await screen.findByRole('dialog', { name: 'New search' });
    const field = (name: string) => within(dialog).getByRole('textbox', { name });
    const save = within(dialog).getByRole('button', { name: 'Save search' });
    expect(save).toHaveProperty('disabled', true);
    await user.type(field('Name'), 'Broken lamps');
    await user.type(field('All of these words'), 'lamp broken');
    await user.type(field('These exact phrases'), 'does not work, gone again');
    await user.type(field('Any of these hashtags'), '#fail #harbour');
    await user.type(field('None of these words'), 'boat');
    const query =
      'lamp broken "does not work" "gone again" (#fail OR #harbour) -boat -is:retweet -@harbour -from:harbour';
    expect(within(dialog).getByText(query)).toBeDefined();
    await user.click(within(dialog).getByRole('switch', { name: 'Add every post to the queue' }));
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

  it('can be tried before saving, and calls X only then', async () => {
    const { user, engine } = await drawListening([], {
      'savedSearches.preview': () =>
        ok({ query: 'lamp', sample: [aMessage({ text: 'My lamp' })], hitsPerDay: 12.4, usdPerMonth: 1.86 }),
    });
    await user.keyboard('s');
    await user.type(await screen.findByRole('textbox', { name: 'All of these words' }), 'lamp');
    expect(engine.callsOf('savedSearches.preview')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('12.4 a day')).toBeDefined();
    expect(screen.getByText('about $1.86 a month')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Preview' }));
    expect(screen.getByText('My lamp')).toBeDefined();
  });

  it('says why the preview failed', async () => {
    const { user } = await drawListening([], { 'savedSearches.preview': () => err({ code: 'offline' }) });
    await user.keyboard('s');
    await user.type(await screen.findByRole('textbox', { name: 'All of these words' }), 'lamp');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('X can’t be reached.')).toBeDefined();
  });

  it('is edited starting from its current values', async () => {
    const { user, engine } = await drawListening([]);
    await user.click(await screen.findByRole('button', { name: 'Edit Late parcels' }));
    const words = await screen.findByRole('textbox', { name: 'All of these words' });
    expect(words).toHaveProperty('value', 'parcel late');
    await user.type(words, ' gent');
    await user.click(screen.getByRole('button', { name: 'Save search' }));
    await waitFor(() =>
      expect(engine.callsOf('savedSearches.save')[0]).toMatchObject({
        id: 's1',
        terms: { all: ['parcel', 'late', 'gent'], lang: 'nl' },
      }),
    );
  });

  it('is removed only after a confirmation', async () => {
    const { user, engine } = await drawListening([]);
    await user.click(await screen.findByRole('button', { name: 'Delete Late parcels' }));
    expect(engine.callsOf('savedSearches.remove')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(engine.callsOf('savedSearches.remove')).toEqual([{ id: 's1' }]));
  });

  it('focuses Cancel in the confirmation, and Escape cancels too', async () => {
    const { user } = await drawListening([]);
    await user.click(await screen.findByRole('button', { name: 'Delete Late parcels' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete Late parcels' }));
    expect(screen.getByRole('heading', { name: 'Watchlist' })).toBeDefined();
  });

  it('moves the focus to its neighbour when it is removed', async () => {
    let searches = [aSearch(), aSearch({ id: 's2', name: 'Praise' })];
    const { user, engine } = await drawListening([], {
      'savedSearches.list': () => ok({ items: searches }),
      'savedSearches.remove': ({ id }) => {
        searches = searches.filter((search) => search.id !== id);
        setTimeout(() => engine.emit('listening.changed', {}));
        return ok({});
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Delete Late parcels' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull());
    expect(document.activeElement?.textContent).toContain('Praise');
  });
});
