import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PersonAvatar } from '#renderer/shell/PersonAvatar.tsx';
import { defaultPreferences } from '#shared/contract/shell.ts';
import { fromMediaAddress } from '#shared/domain/mediaAddress.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const anna = { id: '1', handle: 'annadv', name: 'Anna' };
const source = () => fromMediaAddress(document.querySelector('img')?.getAttribute('src') ?? '');

it.each([
  [
    'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
    'https://pbs.twimg.com/profile_images/1/a_bigger.jpg',
  ],
  ['http://127.0.0.1:4711/media/portrait-1.png', 'http://127.0.0.1:4711/media/portrait-1.png'],
])('loads %s through the media protocol', async (pictureUrl, address) => {
  renderWithEngine(<PersonAvatar person={{ ...anna, pictureUrl }} size={28} />);
  await waitFor(() => expect(source()).toBe(address));
});

it('loads nothing while pictures are switched off', async () => {
  const { shell } = renderWithEngine(
    <PersonAvatar person={{ ...anna, pictureUrl: 'https://pbs.twimg.com/off_normal.jpg' }} size={28} />,
    { shell: { preferences: { ...defaultPreferences, loadMedia: false } } },
  );
  await screen.findByText('A');
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(document.querySelector('img')).toBeNull();
  expect(shell.calls.length).toBeGreaterThan(0);
});
