import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { canned, openRules, rule, stored } from './support.tsx';

describe('the dialog of rules', () => {
  it('says each rule in one sentence', async () => {
    const { dialog } = await openRules();
    const sentence =
      'When a person writes, if the text has “remboursement”, the language is French, and it is a private message: unassign, set to “Open”, and stop here.';
    expect(await within(dialog).findByText(sentence)).toBeTruthy();
  });

  it('quotes words as the language of the window does', async () => {
    renderWithEngine(<Frame />, {
      handlers: { 'rules.list': () => ok({ items: [rule] }) },
      shell: { language: 'fr' },
    });
    await screen.findByRole('button', { name: 'Clôturées' });
    useUi.getState().show('rules');
    const dialog = await screen.findByRole('dialog', { name: 'Règles' });
    expect(await within(dialog).findByText(/« remboursement »/)).toBeTruthy();
  });

  it('says which rule is paused because something is gone', async () => {
    const { dialog } = await openRules({}, [{ ...rule, problem: { missing: 'tag', id: 'gone' } }]);
    expect(await within(dialog).findByText('Paused: a tag that it needs was deleted.')).toBeTruthy();
  });

  it('moves rules and deletes one after a question', async () => {
    const { user, engine, dialog } = await openRules(
      { 'rules.update': () => ok(stored), 'rules.delete': () => ok({}) },
      [rule, { ...rule, id: 'r2', name: 'Second' }],
    );
    await user.click(await within(dialog).findByRole('button', { name: 'Move Second up' }));
    expect(engine.callsOf('rules.update')).toEqual([{ id: 'r2', position: 0 }]);
    await user.click(within(dialog).getByRole('button', { name: 'Delete Second' }));
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(engine.callsOf('rules.delete')).toEqual([{ id: 'r2' }]));
  });

  it('keeps what is typed into a condition when the one above it is removed', async () => {
    const { user, engine, dialog } = await openRules({
      'rules.create': (draft) => ok({ id: 'r2', ...draft }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    const type = (name: string, text: string) =>
      user.type(within(dialog).getByRole('textbox', { name }), text);
    await type('Name', 'French');
    const add = within(dialog).getByRole('button', { name: 'Add a condition' });
    await user.click(add);
    await type('Value of condition 1', 'one');
    await user.click(add);
    await type('Value of condition 2', 'two words, three');
    await user.click(within(dialog).getByRole('button', { name: 'Remove condition 1' }));
    await user.click(within(dialog).getByRole('switch', { name: 'Stop here' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() =>
      expect(engine.callsOf('rules.create')).toMatchObject([
        { name: 'French', conditions: [{ kind: 'words', words: ['two words', 'three'] }], stops: true },
      ]),
    );
  });

  it('says what a rule needs that is not complete', async () => {
    const { user, engine, dialog } = await openRules();
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    expect(within(dialog).getByText('When a conversation begins: nothing yet.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('at least one step');
    expect(engine.callsOf('rules.create')).toEqual([]);
  });

  it('drafts a canned response, and names one that was deleted', async () => {
    const { user, engine, dialog } = await openRules(
      {
        'library.list': () =>
          ok({ items: [canned, { ...canned, id: 'k2', title: 'Réfund sent' }], folders: [], total: 2 }),
        'rules.update': () => ok(stored),
      },
      [
        {
          ...rule,
          steps: { ...rule.steps, draft: 'gone' },
          problem: { missing: 'cannedResponse', id: 'gone' },
        },
      ],
    );
    await within(dialog).findByText('Paused: a canned response that it needs was deleted.');
    await user.click(within(dialog).getByRole('button', { name: 'Edit Refunds' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Draft deleted' }));
    const list = within(await screen.findByRole('dialog', { name: 'Draft' }));
    const titles = () => list.getAllByRole('option').map(({ textContent }) => textContent);
    await waitFor(() => expect(titles()).toEqual(['Leave as is', 'We look into it', 'Réfund sent']));
    await user.keyboard('refu');
    await waitFor(() => expect(titles()).toEqual(['Réfund sent']));
    await user.keyboard('{Control>}a{/Control}look{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Draft' })).toBeNull());
    const button = within(dialog).getByRole('button', { name: 'Draft We look into it' });
    await waitFor(() => expect(document.activeElement).toBe(button));
    await within(dialog).findByText(/set to “Open”, draft “We look into it”, and stop here/);
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    const saved = { id: 'r1', steps: { draft: 'k1' } };
    await waitFor(() => expect(engine.callsOf('rules.update')).toMatchObject([saved]));
  });

  it('notifies, which nobody can undo', async () => {
    const steps = { ...stored.steps, assignee: null, status: null, notify: true };
    const run = {
      id: 'run1',
      ruleId: 'r1',
      conversationId: 'c1',
      messageId: null,
      person: { id: '1', handle: 'anna', name: 'Anna' },
      at: Date.now(),
      isLogged: false,
      isUndone: false,
      steps,
    };
    const { user, engine, dialog } = await openRules({
      'rules.runs': () => ok({ items: [run] }),
      'rules.update': () => ok(stored),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'Runs of Refunds' }));
    await within(dialog).findByText('Refunds: notify');
    expect(within(dialog).queryByRole('button', { name: /^Undo/ })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Back to the rules' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Edit Refunds' }));
    await user.click(await within(dialog).findByRole('switch', { name: 'Notify' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    const saved = { id: 'r1', steps: { notify: true } };
    await waitFor(() => expect(engine.callsOf('rules.update')).toMatchObject([saved]));
  });

  it('says in how many conversations a rule would have run, opens one, and goes on where it was', async () => {
    const one = {
      conversationId: 'c1',
      messageId: null,
      person: { id: '1', handle: 'anna', name: 'Anna' },
      at: Date.now(),
      text: 'I want my money back',
    };
    const since = Date.UTC(2026, 9, 30, 12);
    const { user, engine, dialog } = await openRules({
      'rules.preview': () => ok({ matches: 41, conversations: [one], since, isExact: true }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Refunds');
    await within(dialog).findByText(/^Would have matched 41 conversations since .*30/);
    expect(engine.callsOf('rules.preview')).toEqual([{ when: { kind: 'newConversation' }, conditions: [] }]);
    await user.click(within(dialog).getByRole('button', { name: /Anna.*money back/ }));
    await waitFor(() => expect(useUi.getState()).toMatchObject({ overlay: 'none', selectedId: 'c1' }));
    useUi.getState().show('rules');
    expect(await screen.findByDisplayValue('Refunds')).toBeTruthy();
  });

  it('lists what a rule did, and undoes one run', async () => {
    const run = {
      id: 'run1',
      ruleId: 'r1',
      conversationId: 'c1',
      messageId: null,
      person: { id: '1', handle: 'anna', name: 'Anna' },
      at: Date.now(),
      isLogged: false,
      isUndone: false,
      steps: stored.steps,
    };
    const { user, engine, dialog } = await openRules({
      'rules.runs': () => ok({ items: [run, { ...run, id: 'run2', isUndone: true }] }),
      'bulk.undo': () => ok({ undone: ['c1'], left: [] }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'Runs of Refunds' }));
    await within(dialog).findByText('Refunds: unassign and set to “Open”');
    expect(within(dialog).getByText('Refunds, undone: unassign and set to “Open”')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Undo the rule “Refunds” for Anna' }));
    expect(engine.callsOf('bulk.undo')).toEqual([{ id: 'run1' }]);
    expect(engine.callsOf('rules.runs')[0]).toEqual({ id: 'r1', limit: 200 });
  });
});
