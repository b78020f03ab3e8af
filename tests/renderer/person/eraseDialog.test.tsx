import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { EraseDialog } from '#renderer/features/Person/EraseDialog.tsx';
import { askToErase, useErasing } from '#renderer/state/erasing.ts';
import { useSaid } from '#renderer/state/said.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { err, ok } from '#shared/result.ts';
import { aPerson } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const counts = { conversations: 1, messages: 2, notes: 0, drafts: 0, replies: 1, surveys: 0, files: 0 };
const proof = { tables: 31, words: 12, found: 0 };

function ask(
  check: Partial<EngineOutput<'people.eraseCheck'>> = {},
  erased: Partial<EngineOutput<'people.erase'>> | null = {},
): ReturnType<typeof renderWithEngine> {
  const rendered = renderWithEngine(<EraseDialog />, {
    handlers: {
      'people.eraseCheck': () =>
        ok({ handle: 'annadv', counts, isReplyOnItsWay: false, backups: 0, ...check }),
      'people.erase': () =>
        erased === null
          ? err({ code: 'wrongState', id: 'o1', state: 'sending' })
          : ok({ counts, proof, isCompacted: true, backups: 0, ...erased }),
    },
  });
  act(() => askToErase({ person: aPerson({ handle: 'annadv' }), conversationId: 'c1' }));
  return rendered;
}

async function confirm(): Promise<HTMLElement> {
  await screen.findByText('2 messages, with the replies of your team');
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '@AnnaDV' } });
  return screen.getByRole('button', { name: 'Erase for good' });
}

it('says what goes, and what was asked afterwards', async () => {
  ask();
  expect(await screen.findByText('1 reply that X doesn’t have yet')).toBeDefined();
  expect(screen.queryByText(/^\d+ (notes|surveys)/)).toBeNull();
  fireEvent.click(await confirm());
  expect(await screen.findByText('Nothing was found.')).toBeDefined();
  expect(screen.getByText(/asked 31 tables, and the search index for 12 words/)).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Erased' })).toBeDefined();
});

it('leaves no other conversation of theirs open', async () => {
  const { engine } = ask();
  engine.handle({ 'conversations.get': ({ id }) => err({ code: 'notFound', what: 'conversation', id }) });
  act(() => useUi.setState({ order: ['c1', 'c2'], selectedId: 'c1' }));
  fireEvent.click(await confirm());
  await screen.findByText('Nothing was found.');
  expect(useUi.getState().selectedId).toBeNull();
});

it('erases nobody while a reply is on its way', async () => {
  ask({ isReplyOnItsWay: true });
  expect(await confirm()).toHaveProperty('disabled', true);
  expect(screen.getByText(/on its way to X/)).toBeDefined();
});

it('says which backups still have the person', async () => {
  ask({ backups: 3 }, { backups: 3 });
  fireEvent.click(await confirm());
  expect(await screen.findByText(/^3 backups still have them/)).toBeDefined();
});

it('shows why it failed, and stays', async () => {
  ask({}, null);
  fireEvent.click(await confirm());
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByRole('textbox')).toBeDefined();
});

it.each([
  { backups: 0, isWished: false, words: [] },
  {
    backups: 2,
    isWished: false,
    words: ['Backups may still have them. If one is restored, they are erased again.'],
  },
  { backups: 2, isWished: true, words: ['The earlier backups go as soon as there is a new one.'] },
])(
  'says that the next engine has erased them where the first one went away, and what becomes of $backups backups (deleted: $isWished)',
  async ({ backups, isWished, words }) => {
    const { engine, connect } = renderWithEngine(<EraseDialog />, {
      handlers: {
        'people.eraseCheck': () => ok({ handle: 'annadv', counts, isReplyOnItsWay: false, backups }),
        'people.erase': () => new Promise(() => {}),
      },
    });
    act(() => askToErase({ person: aPerson({ handle: 'annadv' }), conversationId: 'c1' }));
    const erase = await confirm();
    if (isWished) fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(erase);
    await screen.findByText(/can’t be stopped any more/);
    engine.handle({
      'people.erase': ({ id }) => err({ code: 'notFound', what: 'person', id }),
      'people.eraseCheck': ({ id }) => err({ code: 'notFound', what: 'person', id }),
    });
    await act(async () => engine.die());
    await act(async () => connect());
    expect(await screen.findByText(/^Everything is gone\. Perch’s engine stopped on the way/)).toBeDefined();
    expect(screen.getByRole('heading', { name: 'Erased' })).toBeDefined();
    expect(screen.queryAllByText(/backups/i).map(({ textContent }) => textContent)).toEqual(words);
    expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
  },
);

it('does not take somebody for erased whom the first engine did not know', async () => {
  renderWithEngine(<EraseDialog />, {
    handlers: {
      'people.eraseCheck': () => ok({ handle: 'annadv', counts, isReplyOnItsWay: false, backups: 0 }),
      'people.erase': ({ id }) => err({ code: 'notFound', what: 'person', id }),
    },
  });
  act(() => askToErase({ person: aPerson({ handle: 'annadv' }), conversationId: 'c1' }));
  fireEvent.click(await confirm());
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByText(/^Everything is gone/)).toBeNull();
});

it('says how far it is once it can’t be stopped, and goes on without the dialog', async () => {
  let finish = () => {};
  const waiting = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { engine } = renderWithEngine(<EraseDialog />, {
    handlers: {
      'people.eraseCheck': () => ok({ handle: 'annadv', counts, isReplyOnItsWay: false, backups: 0 }),
      'people.erase': async () => {
        await waiting;
        return ok({ counts, proof, isCompacted: false, backups: 0 });
      },
    },
  });
  act(() => askToErase({ person: aPerson({ handle: 'annadv' }), conversationId: 'c1' }));
  fireEvent.click(await confirm());
  expect(await screen.findByText(/can’t be stopped any more/)).toBeDefined();
  expect(screen.queryByText(/%/)).toBeNull();
  act(() => engine.emit('people.erasing', { done: 45, total: 100 }));
  expect(await screen.findByText('The search index is being written anew: 45%.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Continue in the background' }));
  expect(useErasing.getState().isOpen).toBe(false);
  finish();
  await vi.waitFor(() =>
    expect(useSaid.getState().said?.words).toBe('Everything is gone, 2 messages with it. Nothing was found.'),
  );
});
