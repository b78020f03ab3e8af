import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { endPrinting } from '#renderer/state/printing.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { Incident, IncidentEntry } from '#shared/domain/incident.ts';
import { ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const incident: Incident = {
  id: 'i1',
  title: 'Payments fail',
  startedAt: 1_000,
  startedBy: 'Sam',
  endedAt: null,
  endedBy: null,
  statement: [{ language: null, text: 'We are looking into it, {firstName}.' }],
  roles: {},
};

const entry = (kind: IncidentEntry['kind'], more: Partial<IncidentEntry> = {}): IncidentEntry => ({
  id: kind,
  at: 2_000,
  agent: 'Sam',
  kind,
  text: '',
  facts: {},
  ...more,
});

const member = { personId: '7', text: 'Payment fails', seenThrough: 'post-7', draft: null };

const running: FakeHandlers = {
  'crisis.get': () =>
    ok({ running: { ...incident, surveysHeldBack: 3, sending: { waiting: 2, lastAt: 9_000 } } }),
  'crisis.log': () =>
    ok({
      total: 202,
      items: [
        entry('alertSeen', { agent: null, facts: { posts: 47, usual: 2.6 } }),
        entry('roleGiven', { facts: { role: 'lead', agent: 'Robin' } }),
        entry('started', { text: 'Payments fail' }),
      ],
    }),
  'crisis.groups': () =>
    ok({
      others: 4,
      items: [
        {
          text: 'Payment fails',
          members: [
            { ...member, conversationId: 'c7', name: 'Anna', handle: 'anna', draft: 'Sorry, Anna' },
            { ...member, conversationId: 'c8', name: 'Bo', handle: 'bo' },
          ],
        },
      ],
    }),
  'crisis.draft': ({ conversationIds }) => ok({ drafted: [...conversationIds], left: [] }),
  'crisis.send': () =>
    ok({
      queued: [],
      left: [{ conversationId: 'c7', reason: 'alreadyTold' }],
    }),
  'crisis.stopSending': () => ok({ stopped: 2 }),
  'crisis.note': ({ kind, text }) => ok(entry(kind, { text })),
  'crisis.list': () => ok({ items: [] }),
  'crisis.end': () => ok({ ...incident, endedAt: 3_000, endedBy: 'Sam' }),
  'crisis.setStatement': ({ statement }) => ok({ ...incident, statement }),
  'crisis.setRole': () => ok(incident),
  'crisis.compose': () => ok({ text: 'We are looking into it, Anna.', missing: [], language: null }),
};

async function draw(handlers: FakeHandlers) {
  const drawn = renderWithEngine(<Frame />, { handlers });
  await screen.findByText('Live');
  return drawn;
}

async function openPanel() {
  const drawn = await draw(running);
  await screen.findByText(/Crisis mode: Payments fail\. Surveys/);
  await drawn.user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
  const panel = within(await screen.findByRole('dialog', { name: 'Crisis mode: Payments fail' }));
  return { ...drawn, panel };
}

it('asks what happened before it starts, by one key, and starts with a statement', async () => {
  const { user, engine } = await draw({
    'crisis.start': ({ title }) => ok({ ...incident, title }),
  });
  expect(screen.queryByText(/Crisis mode:/)).toBeNull();
  await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Start crisis mode' }));
  const start = dialog.getByRole('button', { name: 'Start crisis mode' });
  expect(start.hasAttribute('disabled')).toBe(true);
  await user.type(dialog.getByRole('textbox', { name: 'What happened' }), 'Payments fail');
  await user.type(dialog.getByRole('textbox', { name: 'Holding statement' }), 'Sorry.');
  await user.click(start);
  await waitFor(() =>
    expect(engine.callsOf('crisis.start')).toEqual([
      { title: 'Payments fail', statement: [{ language: null, text: 'Sorry.' }] },
    ]),
  );
});

it('is offered by the alert, with the hashtag as its title', async () => {
  const spike = {
    id: 's1',
    sourceId: 'mentions',
    beganAt: 1_000,
    endedAt: null,
    dismissed: false,
    posts: 47,
    usual: 3,
    hashtag: { name: 'fail', share: 0.8 },
    largeAccounts: 0,
  };
  const { user } = await draw({ 'spikes.list': () => ok({ items: [spike] }) });
  await user.click(await screen.findByRole('button', { name: 'Start crisis mode' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Start crisis mode' }));
  await waitFor(() =>
    expect(dialog.getByRole('textbox', { name: 'What happened' })).toHaveProperty('value', '#fail'),
  );
});

it('shows what was held back and the log in words', async () => {
  const { panel } = await openPanel();
  expect(panel.getByText(/started by Sam.*3 surveys held back/)).toBeDefined();
  const log = within(panel.getByRole('region', { name: 'Log' }));
  const entries = (await log.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(entries[0]).toMatch(/PerchAlert: 47 posts in 10 minutes, usually 3$/);
  expect(entries[1]).toMatch(/SamLead: Robin$/);
  expect(entries[2]).toMatch(/SamCrisis mode startedPayments fail$/);
  expect(panel.getByText('199 older entries aren’t shown.')).toBeDefined();
});

it('adds a decision to the log', async () => {
  const { user, engine, panel } = await openPanel();
  await user.click(panel.getByRole('radio', { name: 'Decided' }));
  const field = panel.getByRole('textbox', { name: 'Entry' });
  await user.type(field, 'No refunds today');
  await user.click(panel.getByRole('button', { name: 'Add entry' }));
  await waitFor(() =>
    expect(engine.callsOf('crisis.note')).toEqual([{ id: 'i1', kind: 'decision', text: 'No refunds today' }]),
  );
  await waitFor(() => expect(field).toHaveProperty('value', ''));
});

it('saves the wordings of the statement that say something', async () => {
  const { user, engine, panel } = await openPanel();
  await user.click(panel.getByRole('button', { name: 'Add a wording' }));
  await user.type(panel.getByRole('textbox', { name: 'Wording 2' }), 'Hang on.');
  await user.click(panel.getByRole('button', { name: 'Add a wording' }));
  await user.click(panel.getByRole('button', { name: 'Save statement' }));
  const statement = [...incident.statement, { language: null, text: 'Hang on.' }];
  await waitFor(() => expect(engine.callsOf('crisis.setStatement')).toEqual([{ id: 'i1', statement }]));
});

it('ends after a question, with a last word', async () => {
  const { user, engine, panel } = await openPanel();
  await user.type(panel.getByRole('textbox', { name: 'Hand-back' }), 'Fixed');
  await user.click(panel.getByRole('button', { name: 'End crisis mode' }));
  expect(engine.callsOf('crisis.end')).toEqual([]);
  await user.click(within(panel.getByRole('alert')).getByRole('button', { name: 'End crisis mode' }));
  await waitFor(() => expect(engine.callsOf('crisis.end')).toEqual([{ id: 'i1', text: 'Fixed' }]));
  expect(await screen.findByRole('dialog', { name: 'Incidents and reports' })).toBeDefined();
});

it('puts the holding statement into the reply by its key', async () => {
  const { user } = await draw(running);
  useUi.getState().select('c1');
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('r');
  const field = await screen.findByRole('textbox', { name: /public reply/i });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Control>}3{/Control}');
  await waitFor(() => expect(field).toHaveProperty('value', 'We are looking into it, Anna.'));
});

it('drafts a reply for those of a group who have none, and says how many', async () => {
  const { user, engine, panel } = await openPanel();
  await user.click(await panel.findByRole('button', { name: 'Draft 1 reply' }));
  await waitFor(() =>
    expect(engine.callsOf('crisis.draft')).toEqual([{ id: 'i1', conversationIds: ['c8'] }]),
  );
  expect(await screen.findByText('1 reply drafted')).toBeDefined();
});

it('sends the drafts as they are shown after a question, and says what was left', async () => {
  const { user, engine, panel } = await openPanel();
  await user.click(await panel.findByRole('button', { name: 'Send 1 draft' }));
  expect(engine.callsOf('crisis.send')).toEqual([]);
  await user.click(within(panel.getByRole('alert')).getByRole('button', { name: 'Send' }));
  const replies = [{ conversationId: 'c7', text: 'Sorry, Anna', seenThrough: 'post-7' }];
  await waitFor(() => expect(engine.callsOf('crisis.send')).toEqual([{ id: 'i1', replies }]));
  expect(await screen.findByText(/1 not sent: changed, told the same/)).toBeDefined();
});

it('says how many replies wait for their time, and stops them', async () => {
  const { user, engine, panel } = await openPanel();
  expect(await panel.findByText(/2 replies wait for their turn/)).toBeDefined();
  await user.click(panel.getByRole('button', { name: 'Stop sending' }));
  await waitFor(() => expect(engine.callsOf('crisis.stopSending')).toEqual([{ id: 'i1' }]));
});

it('shows the report of an incident that has ended, and saves it with its log as a table and as pages', async () => {
  const { user, engine, shell } = await draw({
    ...running,
    'crisis.get': () => ok({ running: null }),
    'crisis.list': () => ok({ items: [{ ...incident, endedAt: 9_000, endedBy: 'Sam' }] }),
    'crisis.report': () =>
      ok({
        incident: { ...incident, endedAt: 9_000, endedBy: 'Sam' },
        mentions: 1_204,
        mentionsPerHour: [{ at: 0, count: 1_204 }],
        replies: 87,
        conversations: 300,
        replied: 80,
        medianFirstReplyMs: 25 * 60_000,
      }),
    'crisis.export': () => ok({ content: 'at' }),
  });
  act(() => useUi.getState().show('crisisPast'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Incidents and reports' }));
  const report = within(await dialog.findByRole('table', { name: 'Report' }));
  expect(report.getByRole('row', { name: 'Replies sent 87' })).toBeDefined();
  expect(report.getByRole('row', { name: /Median time to the first reply 25\smin/ })).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Save as CSV' }));
  await waitFor(() =>
    expect(engine.callsOf('crisis.export')).toEqual([{ id: 'i1', delimiter: ',', withFigures: true }]),
  );
  shell.respondWith('page.savePdf', new Promise(() => {}));
  await user.click(dialog.getByRole('button', { name: 'Save as PDF' }));
  await waitFor(() => expect(shell.calls.at(-1)?.method).toBe('page.savePdf'));
  const sheet = document.querySelector('article[aria-hidden="true"]')?.textContent ?? '';
  for (const words of ['Payments fail', '1,204', '199 older entries aren’t shown'])
    expect(sheet).toContain(words);
  // From the beginning on.
  expect(sheet.indexOf('Crisis mode started')).toBeLessThan(sheet.indexOf('Lead: Robin'));
  expect(sheet.indexOf('Crisis mode started')).toBeGreaterThan(0);
  endPrinting();
});
