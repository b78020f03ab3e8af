import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Rule } from '#shared/domain/rule.ts';
import { ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

type Listed = EngineOutput<'rules.list'>['items'][number];

const stored: Rule = {
  id: 'r1',
  name: 'Refunds',
  mode: 'on',
  when: { kind: 'message' },
  conditions: [
    { kind: 'words', words: ['remboursement'], not: false },
    { kind: 'language', languages: ['fr'] },
    { kind: 'channel', channel: 'dm' },
  ],
  steps: {
    addTags: [],
    removeTags: [],
    assignee: 'nobody',
    status: 'open',
    snoozeMinutes: null,
    priority: null,
    draft: null,
    notify: false,
    hit: null,
  },
  stops: true,
};
const rule: Listed = { ...stored, problem: null };

const canned: EngineOutput<'library.list'>['items'][number] = {
  id: 'k1',
  title: 'We look into it',
  shortcut: null,
  folder: '',
  texts: [{ language: null, channel: null, text: 'We look into it.' }],
  images: [],
  isPromise: false,
  uses: 0,
  lastUsedAt: null,
  outcome: { resolved: 0, askedAgain: 0, scores: [] },
  stale: [],
  createdAt: 1,
  updatedAt: 1,
  createdBy: 'Sam',
};

async function openRules(more: FakeHandlers = {}, items: Listed[] = [rule]) {
  const handlers: FakeHandlers = { 'rules.list': () => ok({ items }), ...more };
  const drawn = renderWithEngine(<Frame />, { handlers });
  await screen.findByText('Live');
  useUi.getState().show('rules');
  return { ...drawn, dialog: await screen.findByRole('dialog', { name: 'Rules' }) };
}

describe('the dialog of rules', () => {
  it('says each rule in one sentence', async () => {
    const { dialog } = await openRules();
    const sentence =
      'When a person writes, if the text has “remboursement”, the language is French, and it is a private message: unassign, set to “Open”, and stop here.';
    expect(await within(dialog).findByText(sentence)).toBeTruthy();
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

  it('takes how long somebody waits, in office hours or around the clock', async () => {
    const { user, engine, dialog } = await openRules({
      'rules.create': (draft) => ok({ id: 'r2', ...draft }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Late');
    await user.click(within(dialog).getByRole('combobox', { name: 'When' }));
    await user.click(await screen.findByRole('option', { name: 'nobody replies for a while' }));
    const hours = within(dialog).getByRole('textbox', { name: 'Hours without a reply' });
    await user.clear(hours);
    await user.type(hours, '24');
    await user.click(within(dialog).getByRole('switch', { name: 'Only office hours count' }));
    await user.click(within(dialog).getByRole('switch', { name: 'Stop here' }));
    const sentence = 'When somebody has waited 24 hours for a reply: stop here.';
    expect(within(dialog).getByText(sentence)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() =>
      expect(engine.callsOf('rules.create')).toMatchObject([
        { when: { kind: 'noReply', hours: 24, inOfficeHours: false } },
      ]),
    );
  });

  it('takes which scores it waits for, on the scale that is chosen', async () => {
    const { user, engine, dialog } = await openRules({
      'rules.create': (draft) => ok({ id: 'r2', ...draft }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Unhappy');
    await user.click(within(dialog).getByRole('combobox', { name: 'When' }));
    await user.click(await screen.findByRole('option', { name: 'a survey gets a score' }));
    const toSentence = (scores: string) => `When a survey gets a score of ${scores}: notify.`;
    await user.click(await within(dialog).findByRole('switch', { name: 'Notify' }));
    expect(within(dialog).getByText(toSentence('0 to 6 (NPS)'))).toBeTruthy();
    await user.click(within(dialog).getByRole('combobox', { name: 'Scale' }));
    await user.click(await screen.findByRole('option', { name: 'Satisfaction (1–5)' }));
    await waitFor(() => expect(within(dialog).getByText(toSentence('1 to 2 (CSAT)'))).toBeTruthy());
    const highest = within(dialog).getByRole('textbox', { name: 'Highest score' });
    await user.clear(highest);
    await user.type(highest, '1');
    expect(within(dialog).getByText(toSentence('1 (CSAT)'))).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() =>
      expect(engine.callsOf('rules.create')).toMatchObject([
        { when: { kind: 'score', scale: 'csat', from: 1, to: 1 } },
      ]),
    );
  });

  it('adds found posts to the queue or hides them, which leaves no other step', async () => {
    const search = {
      ...{ id: 's1', name: 'Parcels', query: 'parcel', takesAll: false, createdAt: 1, hits: 0 },
      terms: { all: ['parcel'], any: [], phrases: [], hashtags: [], none: [], lang: null },
    };
    const { user, engine, dialog } = await openRules({
      'savedSearches.list': () => ok({ items: [search] }),
      'rules.create': (draft) => ok({ id: 'r2', ...draft }),
      'rules.preview': () => ok({ matches: 2, conversations: [], since: 1, isExact: true }),
    });
    const choose = async (name: string, option: string) => {
      await user.click(await within(dialog).findByRole('combobox', { name }));
      await user.click(await screen.findByRole('option', { name: option }));
    };
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Noise');
    await choose('When', 'a saved search finds a post');
    await user.click(await within(dialog).findByRole('switch', { name: 'Notify' }));
    const sentence = 'When a saved search finds a post: add the post to the queue and notify.';
    expect(within(dialog).getByText(sentence)).toBeTruthy();
    await within(dialog).findByText(/^Would have matched 2 posts since/);
    await choose('Saved search', 'Parcels');
    await choose('Post', 'Hide in the Watchlist');
    await within(dialog).findByText('When the saved search “Parcels” finds a post: hide the post.');
    expect(within(dialog).queryByRole('switch', { name: 'Notify' })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() =>
      expect(engine.callsOf('rules.create')).toMatchObject([
        { when: { kind: 'hit', search: 's1' }, steps: { hit: 'hide', notify: false } },
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
        'library.list': () => ok({ items: [canned], folders: [], total: 1 }),
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
    await user.click(await within(dialog).findByRole('combobox', { name: 'Draft' }));
    expect(await screen.findByRole('option', { name: 'deleted' })).toBeTruthy();
    await user.click(await screen.findByRole('option', { name: 'We look into it' }));
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
