import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { type Rendered, renderWithEngine } from '../support/renderWithEngine.tsx';

const team = [
  { id: 'a1', name: 'Sam' },
  { id: 'a2', name: 'Robin' },
];

/** A workspace of two agents, where switching works. */
function open(handlers: FakeHandlers = {}): Rendered {
  const rendered = renderWithEngine(<Frame />, { handlers });
  const { engine } = rendered;
  engine.handle({
    'agents.switch': ({ id }) => {
      const [me = team[0], ...others] = team.toSorted((a) => (a.id === id ? -1 : 1));
      const all = [me, ...others].flatMap((agent) => agent ?? []);
      engine.handle({
        'agents.list': () => ok({ me: me?.name ?? '', all: all.map(({ name }) => name), agents: all }),
      });
      engine.emit('settings.changed', {});
      return ok({});
    },
    ...handlers,
  });
  return rendered;
}

async function openSettings(rendered: Rendered) {
  await screen.findByText('Live');
  await rendered.user.keyboard('{Control>},{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  await waitFor(() => expect(agentBox(dialog).textContent).toBe('Sam'));
  return dialog;
}

type Dialog = ReturnType<typeof within>;
const agentBox = (dialog: Dialog) => dialog.getByRole('combobox', { name: 'Who is working' });

async function chooseAgent({ user }: Rendered, dialog: Dialog, name: string): Promise<void> {
  act(() => agentBox(dialog).focus());
  await user.keyboard('{Enter}');
  await screen.findByRole('option', { name });
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'));
  const at = [...screen.getAllByRole('option')].findIndex((option) => option.textContent === name);
  for (let step = 0; step < at; step++) await user.keyboard('{ArrowDown}');
  await user.keyboard('{Enter}');
}

const taken = () => err({ code: 'agentNameTaken', name: 'Robin', id: 'a2' } as const);

describe('the agent', () => {
  it('is switched in the settings by keyboard, which is shown and spoken', async () => {
    const rendered = open();
    const dialog = await openSettings(rendered);
    await chooseAgent(rendered, dialog, 'Robin');
    await waitFor(() => expect(agentBox(dialog).textContent).toBe('Robin'));
    expect(rendered.engine.callsOf('agents.switch')).toEqual([{ id: 'a2' }]);
    expect(await screen.findByText('Working as Robin', { selector: '[role="status"]' })).toHaveProperty(
      'role',
      'status',
    );
    await rendered.user.keyboard('{Escape}');
    const rail = await screen.findByRole('navigation', { name: 'Sidebar' });
    expect(await within(rail).findByRole('button', { name: 'Working as Robin' })).toBeTruthy();
  });

  it('is not shown in the sidebar where only one works', async () => {
    renderWithEngine(<Frame />, {
      handlers: { 'agents.list': () => ok({ me: 'Sam', all: ['Sam'], agents: [{ id: 'a1', name: 'Sam' }] }) },
    });
    await screen.findByText('Live');
    expect(screen.queryByRole('button', { name: 'Working as Sam' })).toBeNull();
  });

  it('is switched from the palette', async () => {
    const rendered = open({ 'search.quick': () => ok({ items: [] }) });
    await screen.findByRole('button', { name: 'Working as Sam' });
    await rendered.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
    await rendered.user.keyboard('switch to rob{Enter}');
    expect(await screen.findByRole('button', { name: 'Working as Robin' })).toBeTruthy();
    expect(rendered.engine.callsOf('agents.switch')).toEqual([{ id: 'a2' }]);
  });

  it('is added from the palette: the settings open in the field for the name', async () => {
    const rendered = open({ 'search.quick': () => ok({ items: [] }), 'agents.add': () => ok({ id: 'a3' }) });
    await screen.findByText('Live');
    await rendered.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
    await rendered.user.keyboard('someone new{Enter}');
    const field = await screen.findByRole('textbox', { name: 'Name of the new agent' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await rendered.user.keyboard('Noor{Enter}');
    await waitFor(() => expect(rendered.engine.callsOf('agents.add')).toEqual([{ name: 'Noor' }]));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Name of the new agent' })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Who is working' }));
  });
});

describe('a new agent', () => {
  it('needs a name, and is given up by Escape without closing the settings', async () => {
    const rendered = open();
    const dialog = await openSettings(rendered);
    await chooseAgent(rendered, dialog, 'Someone new…');
    const field = await dialog.findByRole('textbox', { name: 'Name of the new agent' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await rendered.user.keyboard(' {Enter}');
    expect(dialog.getByText('1 to 80 characters').getAttribute('role')).toBe('status');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(rendered.engine.callsOf('agents.add')).toEqual([]);
    await rendered.user.keyboard('{Escape}');
    expect(dialog.queryByRole('textbox', { name: 'Name of the new agent' })).toBeNull();
    expect(document.activeElement).toBe(agentBox(dialog));
    expect(agentBox(dialog).textContent).toBe('Sam');
  });

  it('whose name another agent has can be switched to instead', async () => {
    const rendered = open({ 'agents.add': taken });
    const dialog = await openSettings(rendered);
    await chooseAgent(rendered, dialog, 'Someone new…');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await rendered.user.keyboard('robin{Enter}');
    const alert = await dialog.findByRole('alert');
    expect(alert.textContent).toContain('“Robin” is the name of another agent.');
    await rendered.user.click(dialog.getByRole('button', { name: 'Switch to Robin' }));
    await waitFor(() => expect(agentBox(dialog).textContent).toBe('Robin'));
    expect(dialog.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(agentBox(dialog));
  });
});

describe('a new name', () => {
  it('that another agent has is taken back, and switching is offered', async () => {
    const rendered = open({ 'settings.set': taken });
    const dialog = await openSettings(rendered);
    const field = dialog.getByRole('textbox', { name: 'Your name' });
    await rendered.user.clear(field);
    expect(dialog.getByText('1 to 80 characters')).toBeTruthy();
    await rendered.user.type(field, 'Robin{Enter}');
    await rendered.user.click(await dialog.findByRole('button', { name: 'Switch to Robin' }));
    expect(field).toHaveProperty('value', 'Sam');
    expect(rendered.engine.callsOf('agents.switch')).toEqual([{ id: 'a2' }]);
  });

  it('that fails for another reason is reported as a notice', async () => {
    const rendered = open({
      'settings.set': () => err({ code: 'invalid', path: 'agentName', reason: 'has a line break' }),
    });
    const dialog = await openSettings(rendered);
    await rendered.user.type(dialog.getByRole('textbox', { name: 'Your name' }), 'x{Enter}');
    expect(await screen.findByText(/has a line break/)).toBeTruthy();
  });
});
