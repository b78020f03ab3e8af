import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Theme } from '#shared/domain/theme.ts';
import { ok } from '#shared/result.ts';
import { aHit, drawListening } from './support/drawListening.tsx';

it('shows the themes of the hour, lists the posts about one, and all again', async () => {
  let items: Theme[] = [
    { term: '#strike', label: '#Strike', authors: 12, usual: 0.1 },
    { term: 'rain', label: 'rain', authors: 5, usual: 1 },
  ];
  const { user, engine } = await drawListening([], {
    'listening.themes': () => ok({ items }),
    'listening.list': ({ filter = {} }) =>
      ok({ items: filter.theme === undefined ? [aHit('a'), aHit('b')] : [aHit('b')] }),
  });
  const themes = await screen.findByRole('group', { name: 'Themes of the last hour' });
  const strike = within(themes).getByRole('button', { name: /#Strike/ });
  expect(strike.title).toBe('12 authors in the last hour');
  expect(strike.getAttribute('aria-pressed')).toBe('false');
  await user.click(strike);
  await waitFor(() => expect(screen.queryByRole('option', { name: /Said a/ })).toBeNull());
  expect(engine.callsOf('listening.list').at(-1)?.filter).toEqual({ theme: '#strike' });
  items = [];
  act(() => engine.emit('listening.changed', {}));
  await waitFor(() => expect(screen.queryByRole('button', { name: /rain/ })).toBeNull());
  const passed = screen.getByRole('button', { name: '#strike' });
  expect(passed.getAttribute('aria-pressed')).toBe('true');
  await user.click(passed);
  expect(await screen.findByRole('option', { name: /Said a/ })).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Themes of the last hour' })).toBeNull());
});
