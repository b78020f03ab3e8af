import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessageMedia } from '#renderer/messages/MessageMedia.tsx';
import type { Media, Message } from '#shared/domain/message.ts';
import { aMessage, aShellState } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const ton = 'https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg';
const item = (change: Partial<Media>): Media => ({
  key: '3_11',
  type: 'photo',
  url: null,
  alt: null,
  width: null,
  height: null,
  ...change,
});

function draw(media: readonly Media[], change: Partial<Message> = {}) {
  const message = aMessage({ id: 'dm-1', kind: 'dm', text: '', media: [...media], ...change });
  const drawn = renderWithEngine(<MessageMedia message={message} />, { handlers: {} });
  drawn.shell.respondWith('links.open', {});
  return drawn;
}

describe('media of a message', () => {
  it.each([
    ['photo', 'Photo, on X'],
    ['video', 'Video, on X'],
    ['gif', 'GIF, on X'],
    ['audio', 'Voice message, on X'],
    ['other', 'Attachment, on X'],
  ] as const)('without an address are named, with a way to X: %s', async (type, words) => {
    const { user, shell } = draw([item({ type })]);
    expect(await screen.findByText(words)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open on X' }));
    const url = 'https://x.com/messages/compose?recipient_id=p-c1';
    await waitFor(() => expect(shell.calls).toContainEqual({ method: 'links.open', input: { url } }));
  });

  it('of a post lead to the post', async () => {
    const { user, shell } = draw([item({})], { id: 'post-7', xId: '7', kind: 'post' });
    await user.click(await screen.findByRole('button', { name: 'Open on X' }));
    const url = 'https://x.com/annadv/status/7';
    await waitFor(() => expect(shell.calls).toContainEqual({ method: 'links.open', input: { url } }));
  });

  it('are loaded for the private message that they belong to', async () => {
    draw([item({ url: ton })]);
    const picture = await screen.findByRole('img');
    expect(picture.getAttribute('src')).toBe(`media://x/?url=${encodeURIComponent(ton)}&message=dm-1`);
    fireEvent.error(picture);
    expect(screen.getByText('Photo, on X')).toBeDefined();
  });

  it('are never asked for in the name of a post', async () => {
    draw([item({ url: 'https://pbs.twimg.com/1.jpg' })], { kind: 'post' });
    expect((await screen.findByRole('img')).getAttribute('src')).not.toContain('message=');
  });

  it('that speak are played, and named for screen readers', async () => {
    draw([item({ key: '16_12', type: 'audio', playUrl: ton.replace('jpg', 'm4a') })]);
    const player = await screen.findByLabelText('Voice message');
    expect(player.tagName).toBe('AUDIO');
    expect(player.hasAttribute('controls')).toBe(true);
    expect(player.getAttribute('preload')).toBe('none');
    fireEvent.error(player);
    expect(screen.getByText('Voice message, on X')).toBeDefined();
  });

  it('that move are played', async () => {
    draw([
      item({ type: 'video', url: 'https://pbs.twimg.com/p.jpg', playUrl: 'https://video.twimg.com/a.mp4' }),
    ]);
    const player = await screen.findByLabelText('Video');
    expect(player.tagName).toBe('VIDEO');
    expect(player.getAttribute('poster')).toMatch(/^media:/);
  });
});

describe('an enlarged picture', () => {
  const photo = (n: number, change: Partial<Media> = {}) =>
    item({ key: `3_${n}`, url: `https://pbs.twimg.com/media/${n}.jpg`, alt: `Photo ${n}`, ...change });

  async function enlarge(media: readonly Media[], name: string) {
    const drawn = draw(media, { kind: 'post' });
    const button = await screen.findByRole('button', { name });
    await drawn.user.click(button);
    const dialog = within(await screen.findByRole('dialog'));
    return { ...drawn, button, dialog, shown: () => dialog.getByRole('img') };
  }

  it('leads to the others by keys and buttons, and says which of how many it is', async () => {
    const media = [photo(1), item({ key: 'v', type: 'video', url: null }), photo(2), photo(3)];
    const { user, dialog, shown } = await enlarge(media, 'Enlarge: Photo 2');
    expect(dialog.getByRole('status').textContent).toBe('2 of 3');
    await user.keyboard('{ArrowRight}');
    expect(shown().getAttribute('alt')).toBe('Photo 3');
    await user.keyboard('{ArrowRight}');
    expect(shown().getAttribute('alt')).toBe('Photo 1');
    await user.click(dialog.getByRole('button', { name: 'Previous picture' }));
    expect(shown().getAttribute('alt')).toBe('Photo 3');
    expect(dialog.getByRole('status').textContent).toBe('3 of 3');
  });

  it('is zoomed with + and -, and whole again with 0 and as another one', async () => {
    const { user, dialog, shown } = await enlarge([photo(1), photo(2)], 'Enlarge: Photo 1');
    const scale = () => /scale\(([\d.]+)\)/.exec(shown().style.transform)?.[1];
    await user.keyboard('++');
    expect(scale()).toBe('2.25');
    expect(dialog.getByText('225%')).toBeDefined();
    await user.keyboard('-');
    expect(scale()).toBe('1.5');
    await user.keyboard('0');
    expect(scale()).toBe('1');
    await user.click(dialog.getByRole('button', { name: 'Zoom in' }));
    await user.keyboard('{ArrowLeft}');
    expect(scale()).toBe('1');
  });

  it('stands alone without a number, and returns the focus', async () => {
    const { user, dialog, button } = await enlarge([photo(1)], 'Enlarge: Photo 1');
    expect(dialog.queryByRole('status')).toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it.each(['save', 'copy'] as const)('is kept by key and button, by its address alone: %s', async (what) => {
    const { user, dialog, shell } = await enlarge([photo(1), photo(2)], 'Enlarge: Photo 1');
    shell.respondWith('pictures.save', { savedAs: 'Anna 2026-11-27.jpg' });
    shell.respondWith('pictures.copy', {});
    const address = (n: number) =>
      `media://x/?url=${encodeURIComponent(`https://pbs.twimg.com/media/${n}.jpg`)}`;
    const button = dialog.getByRole('button', { name: what === 'save' ? 'Save picture…' : 'Copy picture' });
    await user.click(button);
    await user.keyboard(`{ArrowRight}${button.getAttribute('aria-keyshortcuts')}`);
    const calls = shell.calls.filter(({ method }) => method === `pictures.${what}`);
    expect(calls.map(({ input }) => (input as { address: string }).address)).toEqual([
      address(1),
      address(2),
    ]);
    const said = what === 'save' ? 'Saved as Anna 2026-11-27.jpg' : 'Picture copied';
    await waitFor(() => expect(dialog.getByText(said)).toBeDefined());
  });

  it('is saved under who sent it and when, and nothing is said if that is cancelled', async () => {
    const { user, shell } = await enlarge([photo(1)], 'Enlarge: Photo 1');
    shell.respondWith('pictures.save', {});
    await user.keyboard('s');
    const name = expect.stringMatching(/^Anna de Vries \d{4}-\d\d-\d\d$/);
    expect(shell.calls.at(-1)).toMatchObject({ method: 'pictures.save', input: { name } });
    expect(screen.queryByText(/^Saved as/)).toBeNull();
  });

  it('that cannot be copied says why', async () => {
    const { user, shell, dialog } = await enlarge([photo(1)], 'Enlarge: Photo 1');
    shell.respondWith('pictures.copy', { error: { code: 'pictureNotCopied' } });
    await user.keyboard('c');
    await waitFor(() => expect(dialog.getByText(/Couldn’t copy this picture/)).toBeDefined());
  });
});

describe('with loading pictures switched off', () => {
  it('each picture is a line that loads this one', async () => {
    const message = aMessage({
      id: 'p',
      kind: 'post',
      media: [
        item({ key: 'a', url: 'https://pbs.twimg.com/1.jpg' }),
        item({ key: 'b', url: 'https://pbs.twimg.com/2.jpg' }),
      ],
    });
    const off = { preferences: { ...aShellState({}).preferences, loadMedia: false } };
    const { user } = renderWithEngine(<MessageMedia message={message} />, { handlers: {}, shell: off });
    const buttons = await screen.findAllByRole('button', { name: /Show/ });
    expect(buttons.map((button) => button.getAttribute('style'))).toEqual([null, null]);
    await user.click(buttons[0] as HTMLElement);
    expect(screen.getByRole('img').getAttribute('src')).toMatch(/1\.jpg&wanted$/);
  });
});
