import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { toSnippetParts } from '#renderer/features/Search/snippet.ts';
import { en } from '#renderer/locales/en.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const handlers: FakeHandlers = {
  'search.quick': () => ok({ items: [aConversation({ id: 'c7' })] }),
  'search.messages': () =>
    ok({
      items: [
        {
          message: aMessage({ id: 'post-9' }),
          conversationId: 'c9',
          person: aConversation({ id: 'c9' }).person,
          snippet: 'My \u0002order\u0003 <b>is stuck</b>',
        },
      ],
      tookMs: 1,
    }),
};

describe('the search', () => {
  it('is focused with / and finds people', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    const results = await screen.findByRole('listbox', { name: 'Results' });
    expect(await within(results).findByRole('group', { name: 'People' })).toBeTruthy();
  });

  it('has the engine read names as soon as its field has the focus', async () => {
    const { user, engine } = renderWithEngine(<Frame />, { handlers });
    await screen.findByRole('listbox', { name: 'Queue' });
    expect(engine.callsOf('search.prepare')).toEqual([]);
    await user.keyboard('/');
    await waitFor(() => expect(engine.callsOf('search.prepare')).toEqual([{}]));
  });

  it('finds no canned response by filters', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order status:open');
    const results = await screen.findByRole('listbox', { name: 'Results' });
    expect(await screen.findByText(en.search.messagesAndNotes)).toBeTruthy();
    await within(results).findByText('order');
    expect(within(results).queryByRole('group', { name: 'Canned responses' })).toBeNull();
  });

  it('finds messages and marks the matches as text', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    const results = await screen.findByRole('listbox', { name: 'Results' });
    const hit = await within(results).findByText('order');
    expect(hit.tagName).toBe('MARK');
    expect(results.querySelector('b')).toBeNull();
  });

  it('opens a result with the keys and leaves with Escape', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: {
        ...handlers,
        'conversations.get': ({ id }) =>
          ok(aHistoryPage(aConversation({ id }), [aMessage({ id: 'post-9', xId: '9' })])),
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    await screen.findByText('order');
    const field = screen.getByRole('combobox', { name: 'Search' });
    await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBe('person-c7'));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(useUi.getState().selectedId).toBe('c9');
    // The pane takes the focus first, and its timeline as soon as it is drawn.
    await waitFor(() => expect(document.activeElement?.closest('main section')).toBeTruthy());
    await user.click(field);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('listbox', { name: 'Queue' })).toBeTruthy();
  });

  it('opens a message at itself, selects only this one, and moves through the hits with j and k', async () => {
    const hit = (n: number, direction: 'in' | 'out') => ({
      message: aMessage({ id: `post-${n}`, xId: `${n}`, direction, text: `order ${n}` }),
      conversationId: 'c9',
      person: aConversation({ id: 'c9' }).person,
      snippet: `order ${n}`,
    });
    const { user } = renderWithEngine(<Frame />, {
      handlers: {
        ...handlers,
        'search.messages': () => ok({ items: [hit(1, 'in'), hit(2, 'out')], tookMs: 1 }),
        'search.history': () => ok({ items: [1, 2].map((n) => ({ messageId: `post-${n}`, at: 100 - n })) }),
        'conversations.get': ({ id }) =>
          ok(aHistoryPage(aConversation({ id }), [hit(2, 'out').message, hit(1, 'in').message])),
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    const own = await screen.findByText('You to Anna de Vries');
    await waitFor(() =>
      expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBe('person-c7'),
    );
    await user.keyboard('{ArrowDown}{Enter}');
    const open = () => [...document.querySelectorAll('[data-open]')].map(({ id }) => id);
    await waitFor(() => expect(open()).toEqual(['hit-post-1']));
    await waitFor(() =>
      expect(document.querySelector('article[aria-current]')?.textContent).toContain('order 1'),
    );
    await screen.findByText('1 of 2');
    await user.keyboard('j');
    await waitFor(() => expect(open()).toEqual(['hit-post-2']));
    expect(own.closest('[data-open]')).not.toBeNull();
    expect(document.querySelector('article[aria-current]')?.textContent).toContain('order 2');
    await user.keyboard('k');
    await waitFor(() => expect(open()).toEqual(['hit-post-1']));
  });

  it('opens the last of results that fast keys pass, and at once for a key that is about it', async () => {
    const read: string[] = [];
    const people = ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => aConversation({ id }));
    const { user, engine } = renderWithEngine(<Frame />, {
      handlers: {
        ...handlers,
        'search.quick': () => ok({ items: people }),
        'search.messages': () => ok({ items: [], tookMs: 1 }),
        'conversations.get': ({ id }) => {
          read.push(id);
          return ok(aHistoryPage(aConversation({ id }), [aMessage({ conversationId: id })]));
        },
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    await waitFor(() => expect(document.querySelectorAll('[id^="person-"]')).toHaveLength(5));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(read).toContain('c1'));
    const press = (key: string, timeStamp: number) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      act(() => void document.body.dispatchEvent(event));
    };
    act(() => useUi.getState().focusOn('conversation'));
    act(() => (document.activeElement as HTMLElement).blur());
    const at = new KeyboardEvent('keydown').timeStamp + 10_000;
    for (const after of [0, 30, 60]) press('j', at + after);
    expect(useUi.getState()).toMatchObject({ selectedId: 'c4', opening: { openId: 'c2' } });
    press('e', at + 90);
    await waitFor(() =>
      expect(engine.callsOf('conversations.setStatus').map(({ id }) => id)).toEqual(['c4']),
    );
    await waitFor(() => expect(read).toContain('c5'));
    expect(read).not.toContain('c3');
  });

  it('applies the list keys to its results only, and returns the focus to its field', async () => {
    const resolved: string[] = [];
    const { user } = renderWithEngine(<Frame />, {
      handlers: {
        ...handlers,
        'conversations.list': () => ok({ items: ['q1', 'q2'].map((id) => aConversation({ id })) }),
        'conversations.setStatus': ({ id }) => {
          resolved.push(id);
          return ok({});
        },
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    await screen.findByText('order');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c7'));
    await user.keyboard('e');
    expect(useUi.getState().selectedId).toBe('c9');
    await user.keyboard('j');
    expect(useUi.getState().selectedId).toBe('c9');
    const field = screen.getByRole('combobox', { name: 'Search' });
    expect(field.getAttribute('aria-activedescendant')).toBe('hit-post-9');
    expect(resolved).toEqual(['c7']);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(field);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(useUi.getState().order).toEqual(['q1', 'q2']));
  });

  it('opens a result of the typed text, not of an earlier one', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: {
        'search.quick': ({ text }) => ok({ items: [aConversation({ id: `of-${text}` })] }),
        'search.messages': () => ok({ items: [], tookMs: 1 }),
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/an');
    const field = screen.getByRole('combobox', { name: 'Search' });
    await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBe('person-of-an'));
    await user.keyboard('na{Enter}');
    expect(useUi.getState().selectedId).toBeNull();
    await waitFor(() => expect(useUi.getState().selectedId).toBe('of-anna'));
  });

  it('says so when nothing is found', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: {
        'search.quick': () => ok({ items: [] }),
        'search.messages': () => ok({ items: [], tookMs: 1 }),
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/zzz');
    expect(await screen.findByRole('heading', { name: 'No results for “zzz”' })).toBeTruthy();
    const told = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(told).toContainEqual(expect.stringMatching(/^No results for “zzz”/));
  });

  it('says that older messages are missing while they are being indexed, and searches again at the end', async () => {
    const { user, engine } = renderWithEngine(<Frame />, {
      handlers: {
        ...handlers,
        'search.messages': () => ok({ items: [], tookMs: 1, incomplete: true }),
        'search.quick': () => ok({ items: [] }),
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    expect(await screen.findByText(/^Older messages are still/)).toBeTruthy();
    engine.handle(handlers);
    act(() => engine.emit('search.indexing', { indexed: 9, total: 9 }));
    await screen.findByText('order');
    expect(screen.queryByText(/^Older messages are still/)).toBeNull();
  });

  it('says so above the results, too', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: {
        ...handlers,
        'search.messages': () => ok({ items: [], tookMs: 1, incomplete: true }),
      },
    });
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('/order');
    await screen.findByRole('group', { name: 'People' });
    expect(await screen.findByText(/^Older messages are still/)).toBeTruthy();
  });
});

describe('toSnippetParts', () => {
  it.each([
    ['plain', [['plain', false]]],
    [
      '\u0002hit\u0003 after',
      [
        ['hit', true],
        [' after', false],
      ],
    ],
    [
      'a \u0002b\u0003 c \u0002d\u0003',
      [
        ['a ', false],
        ['b', true],
        [' c ', false],
        ['d', true],
      ],
    ],
    ['\u0002never closed', [['never closed', true]]],
    ['stray \u0003 end', [['stray \u0003 end', false]]],
  ])('of %j', (snippet, parts) => {
    expect(toSnippetParts(snippet).map(({ text, isHit }) => [text, isHit])).toEqual(parts);
  });
});
