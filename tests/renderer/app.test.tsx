import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '#renderer/App.tsx';
import { createEnginePorts } from '#renderer/engine/enginePorts.ts';
import { createShellClient } from '#renderer/shell/shellClient.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aShellState, testWorkspaceId } from './support/builders.ts';
import { createFakeEngine } from './support/fakeEngine.ts';
import { createFakeShell } from './support/fakeShell.ts';
import { defaultHandlers } from './support/renderWithEngine.tsx';

function start() {
  const engine = createFakeEngine(defaultHandlers);
  const shell = createFakeShell(aShellState());
  const ports = createEnginePorts();
  ports.deliver(testWorkspaceId, engine.connect());
  render(<App ports={ports} shell={createShellClient(shell)} />);
  return { engine, shell, ports };
}

describe('the window', () => {
  it('shows the workspace that is open', async () => {
    start();
    expect(await screen.findByText('Anna de Vries')).toBeTruthy();
  });

  it('shows nothing of one workspace in the next', async () => {
    const { shell, ports } = start();
    await screen.findByText('Anna de Vries');
    act(() => shell.emit('workspace.changed', { workspace: { kind: 'opening' } }));
    expect(await screen.findByText('Opening the workspace…')).toBeTruthy();
    const tom = { id: 'p2', handle: 'tomb', name: 'Tom Baker' };
    const next = createFakeEngine({
      ...defaultHandlers,
      'conversations.list': () => ok({ items: [aConversation({ id: 'c2', person: tom })] }),
    });
    act(() => shell.emit('workspace.changed', { workspace: { kind: 'demo', id: 'demo' } }));
    expect(screen.queryByText('Anna de Vries')).toBeNull();
    act(() => ports.deliver('demo', next.connect()));
    expect(await screen.findByText('Tom Baker')).toBeTruthy();
  });

  it('offers to start an engine again that stopped for good', async () => {
    const { shell } = start();
    await screen.findByText('Anna de Vries');
    act(() => shell.emit('engine.stopped', { workspaceId: testWorkspaceId, restarting: false }));
    act(() => screen.getByRole('button', { name: 'Restart it' }).click());
    expect(shell.calls.at(-1)?.method).toBe('engine.restart');
    act(() => useUi.getState().notify({ code: 'engineGone' }));
    expect(await screen.findByText('Perch’s engine has stopped.')).toBeTruthy();
  });

  it('offers to open a workspace again whose engine stopped for good while it was opened', async () => {
    const { shell } = start();
    await screen.findByText('Anna de Vries');
    const error = { code: 'engineGone' } as const;
    act(() => shell.emit('workspace.changed', { workspace: { kind: 'failed', error } }));
    expect(await screen.findByText('Perch’s engine has stopped.')).toBeTruthy();
    expect(screen.queryByText(/restarts automatically/)).toBeNull();
    act(() => screen.getByRole('button', { name: 'Open again' }).click());
    expect(shell.calls.at(-1)).toEqual({ method: 'workspace.reopen', input: {} });
  });
});
