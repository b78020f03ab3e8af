import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { aMessage, testNow } from '../support/builders.ts';
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
    const { user, shell } = drawConversation([
      aMessage({
        text: 'See here',
        links: [{ start: 4, end: 8, shown: 'here', url: 'javascript:alert(1)' }],
      }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'here' }));
    expect(await screen.findByText(/Perch doesn’t open links of this kind/)).toBeDefined();
    expect(screen.queryByRole('menuitem', { name: 'Open with https' })).toBeNull();
    expect(screen.getByRole('menuitem', { name: 'Copy link' })).toBeDefined();
    expect(document.querySelector('a')).toBeNull();
    expect(shell.calls.filter(({ method }) => method === 'links.open')).toEqual([]);
  });

  it('say why they do not open an http link, and open it with https on request', async () => {
    const links = [{ start: 4, end: 17, shown: 'shop.example/', url: 'http://shop.example/' }];
    const { user, shell } = drawConversation([aMessage({ text: 'See shop.example/', links })]);
    await user.click(await screen.findByRole('button', { name: 'shop.example/' }));
    expect(await screen.findByText(/Perch opens https links only/)).toBeDefined();
    await user.click(screen.getByRole('menuitem', { name: 'Open with https' }));
    expect(shell.calls).toContainEqual({ method: 'links.open', input: { url: 'https://shop.example/' } });
  });

  it('copy the address of a link that they do not open, and say where that fails', async () => {
    const links = [{ start: 4, end: 17, shown: 'shop.example/', url: 'http://shop.example/' }];
    const { user } = drawConversation([aMessage({ text: 'See shop.example/', links })]);
    const copy = async () => {
      await user.click(await screen.findByRole('button', { name: 'shop.example/' }));
      await user.click(await screen.findByRole('menuitem', { name: 'Copy link' }));
    };
    await copy();
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('http://shop.example/'));
    expect(useUi.getState().notices).toEqual([]);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(
      new DOMException('no', 'NotAllowedError'),
    );
    await copy();
    await waitFor(() =>
      expect(useUi.getState().notices).toMatchObject([
        { error: { code: 'notCopied', text: 'http://shop.example/' } },
      ]),
    );
  });

  it.each(['https', 'http'])(
    'clean the words of an %s link, whose position counts every sign',
    async (scheme) => {
      const shown = 'shop.example/a\u0007\ud800b';
      const url = `${scheme}://shop.example/ab`;
      const text = `A\u0007 ${shown} end`;
      drawConversation([aMessage({ text, links: [{ start: 3, end: 3 + shown.length, shown, url }] })]);
      const link = await screen.findByRole('button', { name: 'shop.example/a\ufffdb' });
      expect(link.closest('p')?.textContent).toBe('A shop.example/a\ufffdb end');
    },
  );

  it('show a poll with its votes, what they cannot show by its name, and a quoted post', async () => {
    drawConversation([
      aMessage({
        lang: 'in',
        attachments: [
          {
            kind: 'poll',
            options: [
              { label: 'Red', votes: 3 },
              { label: 'Blue', votes: 1 },
            ],
            endsAt: testNow,
            isClosed: true,
          },
          { kind: 'other', name: 'place_ids' },
        ],
        quotes: [
          {
            xId: '77',
            post: {
              author: { id: '9', handle: 'bob', name: 'Bob' },
              text: 'It broke',
              lang: 'iw',
              links: [],
              media: [],
              attachments: [],
              quotes: [],
              at: testNow,
              deletedAt: null,
            },
          },
          { xId: '78', post: null },
        ],
      }),
    ]);
    const poll = await screen.findByRole('figure', { name: 'Poll' });
    expect(poll.textContent).toContain('Red75% · 3 votes');
    expect(poll.textContent).toContain('Blue25% · 1 vote');
    expect(screen.getByText(/Attachment that Perch can’t show \(place_ids\)/)).toBeDefined();
    const [quote, missing] = [...document.querySelectorAll('blockquote')];
    expect(quote?.textContent).toContain('quotedBob@bob');
    expect(quote?.querySelector('[lang=he]')?.textContent).toBe('It broke');
    expect(missing?.textContent).toContain('X doesn’t show this post');
    expect(document.querySelector('[lang=id]')?.textContent).toBe('My order is stuck');
  });

  it('show the votes of a poll as people of the language write numbers, and whether they are final', async () => {
    const options = [
      { label: 'Red', votes: 12_345 },
      { label: 'Blue', votes: 0 },
    ];
    const aPoll = (endsAt: number | null, isClosed: boolean) =>
      aMessage({
        id: `post-${endsAt}${isClosed}`,
        lang: 'iw',
        attachments: [{ kind: 'poll', options, endsAt, isClosed }],
      });
    drawConversation([
      aPoll(testNow, true),
      aPoll(null, false),
      aPoll(Date.now() + 86_400_000, false),
      aPoll(Date.now() - 86_400_000, false),
    ]);
    const polls = await waitFor(() => {
      const found = screen.getAllByRole('figure', { name: 'Poll' });
      expect(found).toHaveLength(4);
      return found;
    });
    expect(polls[0]?.querySelector('[lang=he]')?.textContent).toBe('Red');
    expect(polls.map((poll) => poll.textContent)).toEqual([
      expect.stringMatching(/^Red100% · 12,345 votesBlue0% · 0 votesFinal results$/),
      expect.stringMatching(/Voting is open$/),
      expect.stringMatching(/Ends \w{3}, [^;]+$/),
      expect.stringMatching(/Ended .*; votes may have changed since$/),
    ]);
  });

  it('show what a quoted post holds, with a way to X for one that is gone, too', async () => {
    const post = {
      author: { id: '9', handle: 'bob', name: 'Bob' },
      text: '',
      lang: null,
      links: [],
      media: [{ key: '3_1', type: 'photo' as const, url: null, alt: null, width: null, height: null }],
      attachments: [{ kind: 'other' as const, name: 'poll' }],
      quotes: ['1'],
      at: testNow,
      deletedAt: null,
    };
    const { user, shell } = drawConversation([
      aMessage({
        quotes: [
          { xId: '77', post },
          { xId: '78', post: { ...post, media: [], attachments: [], quotes: [], deletedAt: testNow } },
        ],
      }),
    ]);
    await screen.findByText('Quotes another post');
    const [shown, gone] = [...document.querySelectorAll('blockquote')];
    expect(shown?.textContent).toMatch(/Photo, on X.*Poll: on X/);
    expect(gone?.textContent).toContain('Deleted');
    const buttons = screen
      .getAllByRole('button', { name: 'Open on X' })
      .filter((button) => gone?.contains(button));
    expect(buttons).toHaveLength(1);
    if (buttons[0]) await user.click(buttons[0]);
    expect(shell.calls).toContainEqual({
      method: 'links.open',
      input: { url: 'https://x.com/bob/status/78' },
    });
  });

  it('say what a message without words holds, with a way to X where Perch cannot have it', async () => {
    const voice = { key: '16_12', type: 'audio' as const, url: null, alt: null, width: null, height: null };
    const { user, shell } = drawConversation([
      aMessage({ id: 'dm-1', kind: 'dm', text: '', media: [voice] }),
      aMessage({ id: 'dm-2', kind: 'dm', text: '\u2800\u200b' }),
    ]);
    expect(await screen.findByText('Voice message, on X')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open on X' }));
    expect(shell.calls).toContainEqual(
      expect.objectContaining({ input: { url: expect.stringContaining('https://x.com/messages') } }),
    );
    expect(screen.getByText('No text')).toBeDefined();
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
