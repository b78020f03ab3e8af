import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { Macro } from '#shared/domain/macro.ts';
import type { Warning } from '#shared/guards.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const macro: Macro = {
  id: 'm1',
  name: 'Refund',
  reply: { text: 'Ticket {ticket}' },
  channel: null,
  addTags: [],
  removeTags: [],
  status: 'resolved',
  snoozeMinutes: null,
  priority: null,
  assignee: null,
};

const handlers: FakeHandlers = {
  'macros.list': () => ok({ items: [macro] }),
  'macros.run': () => ok({ bulkId: 'b1', outboxId: 'o1' }),
  'bulk.undo': () => ok({ undone: ['c1'], left: [] }),
};

const drawFrame = async (more: FakeHandlers = {}) => {
  const drawn = renderWithEngine(<Frame />, { handlers: { ...handlers, ...more } });
  await screen.findByText('Live');
  useUi.getState().select('c1');
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(drawn.engine.callsOf('macros.list').length).toBeGreaterThan(0));
  return drawn;
};

describe('a macro', () => {
  it('is run by its keys on the open conversation, said in a toast, and undone as one', async () => {
    const { user, engine } = await drawFrame();
    await user.keyboard('m1');
    await waitFor(() =>
      expect(engine.callsOf('macros.run')).toMatchObject([{ id: 'm1', conversationId: 'c1' }]),
    );
    expect(await screen.findByText('Macro “Refund”')).toBeDefined();
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('bulk.undo')).toEqual([{ id: 'b1' }]));
  });

  it('asks for what its reply needs, and runs with it', async () => {
    const { user, engine } = await drawFrame({
      'macros.run': ({ values = {} }) =>
        values.ticket === undefined
          ? err({ code: 'unfilledVariable', variables: ['ticket'] })
          : ok({ bulkId: 'b1' }),
    });
    await user.keyboard('m1');
    const dialog = await screen.findByRole('dialog', { name: 'What is still missing' });
    await user.type(within(dialog).getByRole('textbox', { name: 'ticket' }), '4711{Enter}');
    await waitFor(() =>
      expect(engine.callsOf('macros.run').at(-1)).toMatchObject({ values: { ticket: '4711' } }),
    );
    expect(useUi.getState().notices).toEqual([]);
  });
});

describe('a macro whose reply a guard refuses', () => {
  const refusing = (warnings: Warning[]): FakeHandlers => ({
    'macros.run': ({ values = {}, overrule = [] }) => {
      if (values.ticket === undefined) return err({ code: 'unfilledVariable', variables: ['ticket'] });
      return warnings.every(({ code }) => overrule.includes(code))
        ? ok({ bulkId: 'b1' })
        : err({ code: 'guardRefused', warnings });
    },
  });
  const phone: Warning = { code: 'personalData', items: [{ kind: 'phone', start: 0, end: 4 }] };
  const asked: Warning = { code: 'wrongChannel', suggested: 'dm', reason: 'asksForData', start: 0, end: 4 };

  const runRefused = async (warnings: Warning[]) => {
    const drawn = await drawFrame(refusing(warnings));
    await drawn.user.keyboard('m1');
    const question = await screen.findByRole('dialog', { name: 'What is still missing' });
    await drawn.user.type(within(question).getByRole('textbox', { name: 'ticket' }), '4711{Enter}');
    return { ...drawn, dialog: await screen.findByRole('dialog', { name: 'Held back' }) };
  };

  it('says why, and runs once it is allowed by the key, with what was said before', async () => {
    const { user, engine, dialog } = await runRefused([phone, asked]);
    expect(within(dialog).getByText(/seems to contain a phone number/)).toBeTruthy();
    expect(within(dialog).getByText(/asks Anna to post personal data/)).toBeTruthy();
    await user.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await waitFor(() =>
      expect(engine.callsOf('macros.run').at(-1)).toMatchObject({
        values: { ticket: '4711' },
        overrule: ['personalData', 'wrongChannel'],
      }),
    );
    expect(await screen.findByText('Macro “Refund”')).toBeDefined();
    expect(useUi.getState().notices).toEqual([]);
  });

  it('stays undone when the question is closed', async () => {
    const { user, engine } = await runRefused([phone]);
    const calls = engine.callsOf('macros.run').length;
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Held back' })).toBeNull());
    expect(engine.callsOf('macros.run')).toHaveLength(calls);
  });
});

describe('the dialog of macros', () => {
  it('writes a new macro', async () => {
    const { user, engine } = await drawFrame({ 'macros.create': (steps) => ok({ id: 'm2', ...steps }) });
    useUi.getState().show('macros');
    const dialog = await screen.findByRole('dialog', { name: 'Macros' });
    await user.click(await within(dialog).findByRole('button', { name: 'New macro' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Close');
    await user.click(within(dialog).getByRole('button', { name: 'Save macro' }));
    await waitFor(() =>
      expect(engine.callsOf('macros.create')).toMatchObject([{ name: 'Close', status: null }]),
    );
  });

  it('says what a macro needs that is refused', async () => {
    const { user } = await drawFrame();
    useUi.getState().show('macros');
    const dialog = await screen.findByRole('dialog', { name: 'Macros' });
    await user.click(await within(dialog).findByRole('button', { name: 'New macro' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save macro' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('at least one step');
  });

  it('moves macros and deletes one after a question', async () => {
    const { user, engine } = await drawFrame({
      'macros.list': () => ok({ items: [macro, { ...macro, id: 'm2', name: 'Second' }] }),
      'macros.update': () => ok(macro),
      'macros.delete': () => ok({}),
    });
    useUi.getState().show('macros');
    const dialog = await screen.findByRole('dialog', { name: 'Macros' });
    await user.click(await within(dialog).findByRole('button', { name: 'Move Second up' }));
    expect(engine.callsOf('macros.update')).toEqual([{ id: 'm2', position: 0 }]);
    await user.click(within(dialog).getByRole('button', { name: 'Delete Second' }));
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(engine.callsOf('macros.delete')).toEqual([{ id: 'm2' }]));
  });
});
