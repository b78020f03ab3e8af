import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessageMedia } from '#renderer/messages/MessageMedia.tsx';
import type { Media, Message } from '#shared/domain/message.ts';
import { aMessage } from '../support/builders.ts';
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
