import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/builders.ts';
import { bubbleOf, drawConversation } from './support/drawConversation.tsx';

describe('messages', () => {
  it('name their channel visibly and for screen readers', async () => {
    drawConversation([aMessage({ text: 'A post' }), aMessage({ id: 'dm-2', kind: 'dm', text: 'A message' })]);
    expect((await bubbleOf('A post')).getByText('Public')).toBeDefined();
    expect((await bubbleOf('A message')).getByText('Private')).toBeDefined();
    expect(screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'))).toEqual([
      expect.stringContaining('Anna de Vries, Public'),
      expect.stringContaining('Anna de Vries, Private'),
    ]);
    expect(screen.getByText('Moved to private messages')).toBeDefined();
  });

  it('keep hostile text inert', async () => {
    const text = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    drawConversation([aMessage({ text, author: { id: 'p', handle: 'x', name: '<b>Bold</b>\u202E' } })]);
    expect((await bubbleOf(text)).getByText(text)).toBeDefined();
    expect(document.querySelector('article img, article script, article b')).toBeNull();
  });

  it('take their direction from the text', async () => {
    drawConversation([aMessage({ text: 'שלום' })]);
    const text = (await bubbleOf('שלום')).getByText('שלום');
    expect(text.closest('p')?.getAttribute('dir')).toBe('auto');
  });

  it('collapse a long text and expand it on request', async () => {
    const { user } = drawConversation([aMessage({ text: `${'word '.repeat(500)}THE END` })]);
    expect(screen.queryByText(/THE END/)).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(screen.getByText(/THE END/)).toBeDefined();
  });

  it('open links through the shell and show the real host if the text hides it', async () => {
    const links = [{ start: 4, end: 16, shown: 'paypal.com/x', url: 'https://evil.example/x' }];
    const { user, shell } = drawConversation([aMessage({ text: 'See paypal.com/x', links })]);
    const link = await screen.findByRole('button', { name: /paypal\.com\/x/ });
    expect(link.textContent).toContain('evil.example');
    await user.click(link);
    expect(shell.calls).toContainEqual({ method: 'links.open', input: { url: 'https://evil.example/x' } });
  });

  it('do not open links that are not https', async () => {
    drawConversation([
      aMessage({
        text: 'See here',
        links: [{ start: 4, end: 8, shown: 'here', url: 'javascript:alert(1)' }],
      }),
    ]);
    await screen.findByText('here');
    expect(screen.queryByRole('button', { name: 'here' })).toBeNull();
    expect(document.querySelector('a')).toBeNull();
  });

  it('load images through the media scheme and describe them', async () => {
    const media = [
      {
        key: 'm',
        type: 'photo' as const,
        url: 'https://pbs.twimg.com/a.jpg',
        alt: 'A torn box',
        width: 4,
        height: 3,
      },
    ];
    const { user } = drawConversation([aMessage({ media })]);
    const picture = await screen.findByRole('img', { name: 'A torn box' });
    expect(picture.getAttribute('src')).toMatch(/^media:/);
    await user.click(screen.getByRole('button', { name: 'Enlarge: A torn box' }));
    expect(await screen.findByRole('dialog', { name: 'A torn box' })).toBeDefined();
  });
});
