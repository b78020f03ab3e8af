import { fireEvent, screen } from '@testing-library/react';
import { useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useCommands } from '#renderer/commands/CommandsProvider.tsx';
import { extraPressMs } from '#renderer/commands/extraPresses.ts';
import { createCommandRegistry } from '#renderer/commands/registry.ts';
import { useCommandKeys } from '#renderer/ui/uiHost.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

describe('the command registry', () => {
  it('runs a command by its id unless it is disabled', () => {
    const registry = createCommandRegistry(() => {});
    const run = vi.fn();
    registry.register([{ id: 'a', label: 'A', group: 'app', run }]);
    registry.register([{ id: 'b', label: 'B', group: 'app', when: () => false, run }]);
    expect(registry.run('a')).toBe(true);
    expect(registry.run('b')).toBe(false);
    expect(registry.run('c')).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('prepares before each command that is not of the list alone, and runs the one that is registered then', () => {
    const ran: string[] = [];
    const toResolve = (label: string) => ({
      id: 'resolve',
      label,
      group: 'conversation' as const,
      run: () => ran.push(label),
    });
    const registry = createCommandRegistry(() => drawn.replace([toResolve('selected')]));
    const drawn = registry.register([toResolve('still drawn')]);
    const next = {
      id: 'next',
      label: '',
      group: 'list',
      isOfList: true,
      run: () => ran.push('next'),
    } as const;
    registry.register([next]);
    registry.run('next');
    expect(registry.find('resolve')?.label).toBe('still drawn');
    registry.run('resolve');
    expect(ran).toEqual(['next', 'selected']);
  });

  it('removes unregistered commands', () => {
    const registry = createCommandRegistry(() => {});
    const registered = registry.register([{ id: 'a', label: 'A', group: 'app', run: () => {} }]);
    registered.unregister();
    expect(registry.list()).toEqual([]);
  });

  it('prefers the set registered last, even after an earlier set was replaced', () => {
    const registry = createCommandRegistry(() => {});
    const ran: string[] = [];
    const move = (label: string) => ({ id: 'a', label, group: 'list' as const, run: () => ran.push(label) });
    const frame = registry.register([move('frame')]);
    const page = registry.register([move('place')]);
    frame.replace([move('cadre')]);
    registry.run('a');
    page.unregister();
    registry.run('a');
    expect(ran).toEqual(['place', 'cadre']);
  });
});

function Page({ onRun, when }: { readonly onRun: (id: string) => void; readonly when?: () => boolean }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useCommands([
    {
      id: 'conversation.resolve',
      run: () => onRun('resolve'),
      ...(when ? { when } : {}),
    },
    { id: 'reply.send', run: () => onRun('send') },
    { id: 'view.queue', run: () => onRun('queue') },
    { id: 'reply.write', run: () => field.current?.focus() },
    { id: 'undo.last', isRepeated: true, run: () => field.current?.focus() },
  ]);
  return (
    <>
      <textarea aria-label="Answer" ref={field} />
      <p contentEditable suppressContentEditableWarning>
        Rich
      </p>
      <p>{useCommandKeys('conversation.resolve')}</p>
    </>
  );
}

describe('keys', () => {
  it('run commands outside of text fields', async () => {
    const ran: string[] = [];
    const { user } = renderWithEngine(<Page onRun={(id) => ran.push(id)} />);
    await screen.findByLabelText('Answer');
    await user.keyboard('e');
    await user.keyboard('gq');
    expect(ran).toEqual(['resolve', 'queue']);
  });

  it('are off while typing, except with Ctrl or Cmd', async () => {
    const ran: string[] = [];
    const { user } = renderWithEngine(<Page onRun={(id) => ran.push(id)} />);
    await user.click(await screen.findByLabelText('Answer'));
    await user.keyboard('egq');
    expect(ran).toEqual([]);
    expect(screen.getByLabelText('Answer')).toHaveProperty('value', 'egq');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(ran).toEqual(['send']);
  });

  it('type nothing while they are held down since they brought the focus to a field', async () => {
    const { user } = renderWithEngine(<Page onRun={() => {}} />);
    const field = await screen.findByLabelText('Answer');
    await user.keyboard('{r>}');
    expect(document.activeElement).toBe(field);
    expect(fireEvent.keyDown(field, { key: 'r', repeat: true })).toBe(false);
    await user.keyboard('{/r}really');
    expect(field).toHaveProperty('value', 'really');
  });

  it('type nothing when one that is pressed several times in a row is pressed once too often', async () => {
    const { user } = renderWithEngine(<Page onRun={() => {}} />);
    const field = await screen.findByLabelText('Answer');
    await user.keyboard('zz');
    expect(field).toHaveProperty('value', '');
    await user.keyboard('zaz');
    expect(field).toHaveProperty('value', 'az');
  });

  it('type again a moment after that', async () => {
    const { user } = renderWithEngine(<Page onRun={() => {}} />);
    const field = await screen.findByLabelText('Answer');
    await user.keyboard('z');
    await new Promise((resolve) => setTimeout(resolve, extraPressMs + 100));
    await user.keyboard('z');
    expect(field).toHaveProperty('value', 'z');
  });

  it('are off in editable elements and during composition', async () => {
    const ran: string[] = [];
    renderWithEngine(<Page onRun={(id) => ran.push(id)} />);
    fireEvent.keyDown(await screen.findByText('Rich'), { key: 'e' });
    fireEvent.keyDown(document.body, { key: 'e', isComposing: true });
    expect(ran).toEqual([]);
  });

  it('evaluate the current condition of a command', async () => {
    const ran: string[] = [];
    let awake = false;
    const { user } = renderWithEngine(<Page onRun={(id) => ran.push(id)} when={() => awake} />);
    await screen.findByLabelText('Answer');
    await user.keyboard('e');
    awake = true;
    await user.keyboard('e');
    expect(ran).toEqual(['resolve']);
  });

  it('can be looked up by command id', async () => {
    renderWithEngine(<Page onRun={() => {}} />);
    expect(await screen.findByText('e')).toBeTruthy();
  });
});
