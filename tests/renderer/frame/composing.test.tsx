import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

/** Both ways in which systems report a press that an input method takes. */
const ways = [
  ['isComposing', { isComposing: true }],
  ['keyCode 229', { keyCode: 229 }],
] as const;

const handlers = { 'search.quick': () => ok({ items: [aConversation({ id: 'c7' })] }) };

async function openFrame() {
  const rendered = renderWithEngine(<Frame />, { handlers });
  await screen.findAllByRole('option');
  return rendered;
}

describe.each(ways)('while an input method composes (%s)', (_, composing) => {
  const press = (target: Element, key: string, init: object = {}) =>
    fireEvent.keyDown(target, { key, code: key, ...init, ...composing });

  it('the search field takes no Enter, Escape or arrow', async () => {
    const { user } = await openFrame();
    await user.keyboard('/order');
    await screen.findByRole('listbox', { name: 'Results' });
    const field = screen.getByRole('combobox', { name: 'Search' });
    for (const key of ['ArrowDown', 'Enter', 'Escape']) press(field, key);
    expect(useUi.getState()).toMatchObject({ searchText: 'order', selectedId: null });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c7'));
  });

  it('the palette takes no Enter, Escape or arrow', async () => {
    const { user } = await openFrame();
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    const field = within(palette).getByRole('combobox');
    await user.type(field, 'snoozed');
    const chosen = () => within(palette).getByRole('option', { selected: true }).textContent;
    const before = chosen();
    press(field, 'ArrowDown');
    expect(chosen()).toBe(before);
    press(field, 'Enter');
    press(field, 'Escape');
    expect(useUi.getState()).toMatchObject({ overlay: 'palette', view: 'queue' });
  });

  it('a settings field takes no Enter or Escape', async () => {
    const { user, engine } = await openFrame();
    await user.keyboard('{Control>},{/Control}');
    const field = await screen.findByLabelText('Your name');
    await user.clear(field);
    await user.type(field, 'のおる');
    press(field, 'Enter');
    press(field, 'Escape');
    expect(field).toHaveProperty('value', 'のおる');
    expect(engine.callsOf('settings.set')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.callsOf('settings.set')).toEqual([{ agentName: 'のおる' }]));
  });

  it('the reply field is not left, and nothing is sent', async () => {
    const { user, engine } = await openFrame();
    await user.keyboard('jr');
    const field = await screen.findByRole('textbox', { name: /Public reply/ });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, 'かんじ');
    press(field, 'Escape');
    press(field, 'Enter', { ctrlKey: true });
    expect(document.activeElement).toBe(field);
    expect(engine.callsOf('replies.send')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
  });

  it('a list does not move', async () => {
    await openFrame();
    press(screen.getByRole('listbox', { name: 'Queue' }), 'ArrowDown');
    expect(useUi.getState().selectedId).toBeNull();
  });
});

it('shortcuts work on a Russian keyboard, also with Ctrl', async () => {
  await openFrame();
  fireEvent.keyDown(document.body, { key: 'о', code: 'KeyJ' });
  await waitFor(() => expect(useUi.getState().selectedId).not.toBeNull());
  fireEvent.keyDown(document.body, { key: 'л', code: 'KeyK', ctrlKey: true });
  await screen.findByRole('dialog', { name: 'Command palette' });
});

it('the help says where the keys are on other keyboards', async () => {
  const { user } = await openFrame();
  await user.keyboard('?');
  const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(help).getByText(/without Latin letters, press the key in the same place/)).toBeTruthy();
});
