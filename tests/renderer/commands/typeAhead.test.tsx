import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCommands } from '#renderer/commands/CommandsProvider.tsx';
import { patienceMs } from '#renderer/commands/typeAhead.ts';
import { useTypeAhead } from '#renderer/ui/typeAhead.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

/** What the next keys are meant for: not there yet, there, or nothing. */
let state: 'coming' | 'there' | 'none';
const ran: string[] = [];
const sent: string[] = [];
const times: (number | undefined)[] = [];

beforeEach(() => {
  state = 'none';
  times.length = 0;
  ran.length = 0;
  sent.length = 0;
});
afterEach(() => vi.useRealTimers());

function Page() {
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useTypeAhead(() => state === 'coming');
  useCommands([
    {
      id: 'reply.write',
      run: () => {
        state = 'coming';
      },
    },
    {
      id: 'conversation.resolve',
      run: (at) => {
        ran.push('resolve');
        times.push(at);
      },
    },
    { id: 'view.queue', run: () => ran.push('queue') },
    { id: 'reply.send', run: () => ran.push(`send ${field.current?.value}`) },
    { id: 'note.write', run: () => button.current?.focus() },
  ]);
  return (
    <>
      <textarea aria-label="Reply" ref={field} />
      <button ref={button} type="button" onClick={() => sent.push('clicked')}>
        Yes
      </button>
    </>
  );
}

function arrive(): void {
  screen.getByLabelText('Reply').focus();
  state = 'there';
}

describe('keys that are typed ahead', () => {
  it('run nothing, and are typed in their order once their field is there', async () => {
    const { user } = renderWithEngine(<Page />);
    const field = await screen.findByLabelText('Reply');
    await user.keyboard('rree{Enter}g');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(ran).toEqual([]);
    expect(field).toHaveProperty('value', '');
    arrive();
    await waitFor(() => expect(ran).toEqual(['send ree\ng']));
    expect(field).toHaveProperty('value', 'ree\ng');
    await user.keyboard('e');
    expect(field).toHaveProperty('value', 'ree\nge');
  });

  it('are commands where no field takes them, and are kept again by one that opens something', async () => {
    const { user } = renderWithEngine(<Page />);
    await screen.findByLabelText('Reply');
    await user.keyboard('regqre');
    state = 'there';
    await waitFor(() => expect(ran).toEqual(['resolve', 'queue']));
    expect(state).toBe('coming');
    arrive();
    await waitFor(() => expect(screen.getByLabelText('Reply')).toHaveProperty('value', 'e'));
    expect(ran).toEqual(['resolve', 'queue']);
  });

  it('count as pressed when they were', async () => {
    renderWithEngine(<Page />);
    await screen.findByLabelText('Reply');
    state = 'coming';
    const press = new KeyboardEvent('keydown', { key: 'e', bubbles: true });
    document.body.dispatchEvent(press);
    state = 'there';
    await waitFor(() => expect(times).toEqual([press.timeStamp]));
  });

  it('press the button that has the focus', async () => {
    const { user } = renderWithEngine(<Page />);
    await screen.findByLabelText('Reply');
    await user.keyboard('rn{Enter}');
    state = 'there';
    await waitFor(() => expect(sent).toEqual(['clicked']));
  });

  it('leave an input method and modifiers alone', async () => {
    renderWithEngine(<Page />);
    const field = await screen.findByLabelText('Reply');
    state = 'coming';
    expect(fireEvent.keyDown(field, { key: 'Shift' })).toBe(true);
    expect(fireEvent.keyDown(field, { key: 'k', isComposing: true })).toBe(true);
    expect(fireEvent.keyDown(field, { key: 'k' })).toBe(false);
  });

  it('wait as long for what one of them brings as for what is before it', async () => {
    renderWithEngine(<Page />);
    await screen.findByLabelText('Reply');
    vi.useFakeTimers({ toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame'] });
    for (const key of ['r', 'e', 'r', 'e']) act(() => fireEvent.keyDown(document.body, { key }));
    await vi.advanceTimersByTimeAsync(patienceMs - 100);
    state = 'there';
    await vi.advanceTimersByTimeAsync(100);
    expect([state, ran]).toEqual(['coming', ['resolve']]);
    await vi.advanceTimersByTimeAsync(patienceMs - 200);
    state = 'there';
    await vi.advanceTimersByTimeAsync(100);
    expect(ran).toEqual(['resolve', 'resolve']);
  });

  it('are dropped where what they are meant for does not come, and later keys work', async () => {
    renderWithEngine(<Page />);
    await screen.findByLabelText('Reply');
    vi.useFakeTimers({ toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame'] });
    const press = (key: string) => act(() => fireEvent.keyDown(document.body, { key }));
    press('r');
    press('e');
    await vi.advanceTimersByTimeAsync(patienceMs + 100);
    expect(ran).toEqual([]);
    press('e');
    expect(ran).toEqual(['resolve']);
    state = 'there';
    press('e');
    expect(ran).toEqual(['resolve', 'resolve']);
  });
});
