import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Printing } from '#renderer/features/Print/Printing.tsx';
import { endPrinting, startPrinting, usePrinting } from '#renderer/state/printing.ts';
import { useSaid } from '#renderer/state/said.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

afterEach(() => endPrinting());

/** Three pages of a history of 2,100 messages. */
const many: FakeHandlers = {
  'conversations.get': ({ id, limit, before }) => {
    const end = before === undefined ? 2_100 : Number(before);
    const begin = Math.max(0, end - limit);
    const messages = Array.from({ length: end - begin }, (_, at) => {
      const n = begin + at;
      return aMessage({ id: `post-${n}`, xId: String(n), text: `Message ${n}`, at: testNow - (2_100 - n) });
    });
    const page = aHistoryPage(aConversation({ id }), messages);
    return ok({ ...page, ...(begin > 0 ? { previous: String(begin) } : {}) });
  },
};

/** Draws the window's printing, whose system answers only when told to. */
function draw(handlers: FakeHandlers) {
  const rendered = renderWithEngine(<Printing />, { handlers });
  let finish: (output: ShellOutput<'page.savePdf'>) => void = () => {};
  const done = new Promise<ShellOutput<'page.savePdf'>>((resolve) => {
    finish = resolve;
  });
  rendered.shell.respondWith('page.print', done);
  rendered.shell.respondWith('page.savePdf', done);
  act(() => useUi.getState().select('c1'));
  return { ...rendered, finish: (output: ShellOutput<'page.savePdf'>) => act(async () => finish(output)) };
}

const sheet = () => document.querySelector('article[aria-hidden="true"]');

it('prints the whole history, however long, below who, when and by whom, and leaves nothing behind', async () => {
  const { user, shell, finish } = draw(many);
  await user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.print'));
  const words = sheet()?.textContent ?? '';
  expect(words).toContain('Anna de Vries @annadv');
  expect(words).toContain('2,100 messages');
  expect(words).toContain('Printed by Sam with Perch');
  expect(words.indexOf('Message 0')).toBeLessThan(words.indexOf('Message 2099'));
  expect(sheet()?.querySelectorAll('section')).toHaveLength(2_100);
  await finish({});
  await waitFor(() => expect(sheet()).toBeNull());
});

it('prints a text in the direction of its words, whoever it is addressed to', async () => {
  const text = '@harbourhelp מתי תגיע ההזמנה שלי?';
  const { user } = draw({
    'conversations.get': ({ id }) => ok(aHistoryPage(aConversation({ id }), [aMessage({ text })])),
  });
  await user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(sheet()?.textContent).toContain(text));
  // A browser leaves out what is isolated when it looks for the direction.
  const handle = [...(sheet()?.querySelectorAll('p[dir="auto"] > bdi') ?? [])].at(0);
  expect(handle?.textContent).toBe('@harbourhelp');
});

it('suggests a name for the file, and says where it could not be written', async () => {
  const { shell, finish } = draw({});
  act(() => startPrinting({ of: 'history', conversationId: 'c1', target: 'pdf' }));
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.savePdf'));
  expect(shell.calls.at(-1)?.input).toEqual({ name: 'Conversation with Anna de Vries' });
  await finish({ error: { code: 'fileNotSaved', file: '/full/a.pdf', detail: 'ENOSPC' } });
  await waitFor(() => expect(useUi.getState().notices[0]?.error).toMatchObject({ code: 'fileNotSaved' }));
  expect(usePrinting.getState().job).toBeNull();
});

it('says under which name it was saved, and nothing if that was cancelled', async () => {
  const saves = async (output: ShellOutput<'page.savePdf'>) => {
    const { shell, finish } = draw({});
    act(() => startPrinting({ of: 'history', conversationId: 'c1', target: 'pdf' }));
    await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.savePdf'));
    await finish(output);
    await waitFor(() => expect(usePrinting.getState().job).toBeNull());
    return useSaid.getState().said?.words;
  };
  expect(await saves({})).toBeUndefined();
  cleanup();
  expect(await saves({ savedAs: 'anna.pdf' })).toBe('Saved as anna.pdf');
});

it('prints nothing and says so where the history cannot be read to its end', async () => {
  const { shell } = draw({ 'conversations.get': () => err({ code: 'engineGone' }) });
  act(() => startPrinting({ of: 'history', conversationId: 'c1', target: 'paper' }));
  await waitFor(() => expect(useUi.getState().notices[0]?.error).toEqual({ code: 'engineGone' }));
  expect(shell.calls.map(({ method }) => method)).not.toContain('page.print');
  expect(usePrinting.getState().job).toBeNull();
});

it('prints what has no words by its name, and deleted posts without their text', async () => {
  const { shell } = draw({
    'conversations.get': ({ id }) =>
      ok(
        aHistoryPage(aConversation({ id }), [
          aMessage({ text: '', deletedAt: testNow }),
          aMessage({ id: 'dm-2', xId: '2', kind: 'dm', text: 'For you only' }),
          aMessage({
            id: 'o3',
            xId: null,
            direction: 'out',
            text: 'Sorry',
            status: { kind: 'refused', confirmedMissing: false },
            outboxId: 'o3',
          }),
        ]),
      ),
  });
  act(() => startPrinting({ of: 'history', conversationId: 'c1', target: 'paper' }));
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.print'));
  const sections = [...(sheet()?.querySelectorAll('section') ?? [])].map((section) => section.textContent);
  expect(sections[0]).toContain('Deleted on X');
  expect(sections[1]).toContain('Private');
  expect(sections[2]).toContain('not sent');
  expect(screen.queryByRole('article')).toBeNull();
});
