import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { openRules } from './support.tsx';

describe('the form of a rule', () => {
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

  it('rules out surveys, or allows them again', async () => {
    const { user, engine, dialog } = await openRules({
      'rules.create': (draft) => ok({ id: 'r2', ...draft }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Lawyers');
    const choose = async (option: string) => {
      await user.click(within(dialog).getByRole('combobox', { name: 'Survey' }));
      await user.click(await screen.findByRole('option', { name: option }));
    };
    await choose('Allow it again');
    await within(dialog).findByText('When a conversation begins: allow a survey again.');
    await choose('Rule it out');
    await within(dialog).findByText('When a conversation begins: rule out a survey.');
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() => expect(engine.callsOf('rules.create')).toMatchObject([{ steps: { survey: 'no' } }]));
  });

  it('takes a priority as a condition', async () => {
    const { user, engine, dialog } = await openRules({
      'rules.create': (draft) => ok({ id: 'r2', ...draft }),
    });
    await user.click(await within(dialog).findByRole('button', { name: 'New rule' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Urgent');
    await user.click(within(dialog).getByRole('switch', { name: 'Notify' }));
    await user.click(within(dialog).getByRole('button', { name: 'Add a condition' }));
    const choose = async (name: string, option: string) => {
      await user.click(within(dialog).getByRole('combobox', { name }));
      await user.click(await screen.findByRole('option', { name: option }));
    };
    await choose('Condition 1', 'Priority');
    await within(dialog).findByText('When a conversation begins, if its priority is “Urgent”: notify.');
    await choose('Value of condition 1', 'High');
    await within(dialog).findByText('When a conversation begins, if its priority is “High”: notify.');
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() =>
      expect(engine.callsOf('rules.create')).toMatchObject([
        { conditions: [{ kind: 'priority', priority: 'high' }] },
      ]),
    );
  });
});
