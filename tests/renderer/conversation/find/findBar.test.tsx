import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useFind } from '#renderer/state/find.ts';
import { useUi } from '#renderer/state/ui.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aMessage, testNow } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { drawConversation } from '../support/drawConversation.tsx';

const at = (n: number) => testNow - (10 - n) * 60_000;
const letter = (n: number, text: string) => aMessage({ id: `post-${n}`, xId: `${n}`, at: at(n), text });
const letters = [letter(1, 'The café is closed'), letter(2, 'Hello'), letter(3, 'A cafe, again')];

const found = (...numbers: number[]): FakeHandlers => ({
  'search.history': () => ok({ items: numbers.map((n) => ({ messageId: `post-${n}`, at: at(n) })) }),
});

async function openBar(handlers: FakeHandlers, messages = letters) {
  const drawn = drawConversation(messages, handlers);
  await screen.findByText('Hello');
  act(() => {
    useUi.setState({ selectedId: drawn.id });
    useFind.getState().close();
    useFind.getState().open(drawn.id);
  });
  const field = await screen.findByRole('textbox', { name: 'Find in conversation' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  const bar = within(field.closest('search') ?? document.body);
  return { ...drawn, bar };
}

const current = () => document.querySelector('article[aria-current]')?.textContent;

describe('the find bar', () => {
  it('shows the newest match first, and goes back in time with Enter and on with Shift+Enter', async () => {
    const { user, bar, engine, id } = await openBar(found(3, 1));
    await user.keyboard('cafe');
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('1 of 2'));
    expect(engine.callsOf('search.history').at(-1)).toEqual({ conversationId: id, text: 'cafe' });
    expect(current()).toContain('again');
    await user.keyboard('{Enter}');
    expect(bar.getByRole('status').textContent).toBe('2 of 2');
    expect(current()).toContain('closed');
    await user.keyboard('{Enter}');
    expect(current()).toContain('again');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(current()).toContain('closed');
    await user.click(bar.getByRole('button', { name: 'Newer match' }));
    expect(current()).toContain('again');
  });

  it('marks the words, with or without accents, only in messages that have all of them', async () => {
    const { user } = await openBar(found(1));
    await user.keyboard('cafe clos');
    await waitFor(() =>
      expect([...document.querySelectorAll('article mark')].map((mark) => mark.textContent)).toEqual([
        'café',
        'closed',
      ]),
    );
  });

  it('says that nothing was found, or nothing yet while older messages are not indexed', async () => {
    const { user, bar, engine } = await openBar({ 'search.history': () => ok({ items: [] }) });
    await user.keyboard('zebra');
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('No matches'));
    engine.handle({ 'search.history': () => ok({ items: [], incomplete: true }) });
    await user.keyboard('s');
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('None yet'));
  });

  it('closes with Escape, and unmarks what it found', async () => {
    const { user, bar } = await openBar(found(3, 1));
    await user.keyboard('cafe');
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('1 of 2'));
    await user.keyboard('{Escape}');
    expect(document.querySelector('search')).toBeNull();
    expect(current()).toBeUndefined();
    expect(document.querySelector('article mark')).toBeNull();
  });

  it('loads the history around a match, and says so if it is no longer there', async () => {
    const older = letter(0, 'Café, long ago');
    const { user, bar, engine } = await openBar({
      'search.history': ({ text }) =>
        ok({
          items:
            text === 'cafe' ? [{ messageId: 'post-0', at: at(0) }] : [{ messageId: 'post-8', at: at(8) }],
        }),
      'conversations.get': ({ id, around }) => {
        if (around === 'post-8') return err({ code: 'notFound', what: 'message', id: around });
        const conversation = aConversation({ id });
        const rest = { conversation, activities: [], gaps: [] };
        return around === undefined
          ? ok({ ...rest, messages: letters, previous: 'p1' })
          : ok({ ...rest, messages: [older], next: 'n1' });
      },
    });
    await user.keyboard('cafe');
    await waitFor(() => expect(current()).toContain('long ago'));
    expect(bar.getByRole('status').textContent).toBe('1 of 1');
    await user.keyboard('s');
    await waitFor(() => expect(bar.getByRole('status').textContent).toBe('No longer here'));
    const around = engine.callsOf('conversations.get').flatMap((input) => input.around ?? []);
    expect(around).toEqual(['post-0', 'post-8']);
  });

  it('ends with the conversation', async () => {
    const { user } = await openBar(found(3, 1));
    await user.keyboard('cafe');
    act(() => useUi.getState().select('another'));
    expect(useFind.getState()).toMatchObject({ conversationId: null, text: '', hit: null });
  });
});
