import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '#renderer/App.tsx';
import { createEnginePorts, type EnginePorts } from '#renderer/engine/enginePorts.ts';
import { en } from '#renderer/locales/en.ts';
import { createShellClient } from '#renderer/shell/shellClient.ts';
import { useUi } from '#renderer/state/ui.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aMessage, aShellState } from './support/builders.ts';
import { createFakeEngine, type FakeEngine } from './support/fakeEngine.ts';
import { createFakeShell, type FakeShell } from './support/fakeShell.ts';
import { defaultHandlers } from './support/renderWithEngine.tsx';

/** One post mentions two brands, so both workspaces know it as the conversation c1. */
const post = aMessage({ id: 'post-1', text: 'Harbour or Ferry, who can help?' });
const olderPost = aMessage({ id: 'post-0', text: 'An older post', at: post.at - 1_000 });
const secret = aMessage({ id: 'dm-1', kind: 'dm', text: 'My card ends in 4242', at: post.at + 1_000 });

let shell: FakeShell;
let ports: EnginePorts;
let harbour: FakeEngine;
let ferry: FakeEngine;

beforeEach(() => {
  shell = createFakeShell(aShellState({ workspace: { kind: 'none' } }));
  ports = createEnginePorts();
  harbour = startEngine([olderPost, post, secret]);
  ferry = startEngine([post]);
  render(<App ports={ports} shell={createShellClient(shell)} />);
});

function startEngine(messages: (typeof post)[]): FakeEngine {
  let draft = '';
  return createFakeEngine({
    ...defaultHandlers,
    'conversations.get': ({ id }) =>
      ok({ conversation: aConversation({ id }), messages, activities: [], gaps: [] }),
    'drafts.save': ({ text }) => {
      draft = text;
      return ok({});
    },
    'drafts.list': () =>
      ok({ items: draft === '' ? [] : [{ channel: 'public', text: draft, updatedAt: 0 }] }),
  });
}

/** Opens a workspace as the shell does, and the conversation that both have. */
async function open(id: string, engine: FakeEngine): Promise<void> {
  act(() => {
    ports.deliver(id, engine.connect());
    shell.emit('workspace.changed', { workspace: { kind: 'account', id, handle: id } });
  });
  await screen.findByText('Live');
  act(() => useUi.getState().select('c1'));
  await screen.findAllByText(post.text);
  await screen.findByRole('textbox', { name: /Public reply|Private message/ });
}

const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Public reply|Private message/ });

describe('two workspaces with one conversation id', () => {
  it('show nothing of each other, and their own data after coming back', async () => {
    const user = userEvent.setup();
    // Not saved before the other workspace opens, however long that takes.
    harbour.handle({ 'drafts.save': () => err({ code: 'engineGone' }) });
    await open('harbour', harbour);
    await screen.findByText(secret.text);
    await user.click(screen.getAllByRole('button', { name: en.message.answerThis })[0] as HTMLElement);
    await user.type(field(), 'Dear Anna');
    await screen.findByRole('button', { name: en.composer.answerNewest });

    await open('ferry', ferry);
    expect(screen.queryByText(secret.text)).toBeNull();
    expect(field().value).toBe('');
    expect(screen.queryByRole('button', { name: en.composer.answerNewest })).toBeNull();
    expect(ferry.callsOf('drafts.save')).toEqual([]);

    harbour.handle({ 'drafts.list': () => ok({ items: [] }), 'drafts.save': () => ok({}) });
    await open('harbour', harbour);
    await screen.findByText(secret.text);
    await waitFor(() => expect(field().value).toBe('Dear Anna'));
    await waitFor(() => expect(harbour.callsOf('drafts.save').at(-1)?.text).toBe('Dear Anna'));
    expect(ferry.callsOf('drafts.save')).toEqual([]);
  });

  it('each open the conversation of their own notification, also of one that opens the workspace', async () => {
    await open('harbour', harbour);
    act(() => useUi.getState().select(null));
    act(() => {
      shell.emit('conversation.chosen', { workspaceId: 'ferry', id: 'c1' });
    });
    expect(useUi.getState().selectedId).toBeNull();
    act(() => {
      ports.deliver('ferry', ferry.connect());
      shell.emit('workspace.changed', { workspace: { kind: 'account', id: 'ferry', handle: 'ferry' } });
    });
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c1'));
    await screen.findAllByText(post.text);
    expect(screen.queryByText(secret.text)).toBeNull();
  });
});
