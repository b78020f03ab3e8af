import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RowTime } from '#renderer/features/Queue/RowTime.tsx';
import { ServiceLevelSettings } from '#renderer/features/Settings/ServiceLevelSettings.tsx';
import { useCountedTime } from '#renderer/workspace/useCountedTime.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { ServiceLevel, ServiceLevels } from '#shared/domain/serviceLevel.ts';
import type { Tag } from '#shared/domain/tag.ts';
import { ok } from '#shared/result.ts';
import { aConversation } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const standard = { firstReplyMinutes: 60, nextReplyMinutes: null };
const vipDms: ServiceLevel = {
  id: 'l1',
  name: 'Friends',
  conditions: { channel: 'dm', isVip: true },
  targets: { firstReplyMinutes: 15, nextReplyMinutes: 30 },
};
const open: ServiceLevel = {
  ...vipDms,
  id: 'l2',
  name: 'Public',
  conditions: { channel: 'public' },
  targets: { firstReplyMinutes: 120, nextReplyMinutes: null },
};

function draw(levels: readonly ServiceLevel[] = [], tags: readonly Tag[] = []) {
  const sets: unknown[] = [];
  let stored: ServiceLevels = { levels: [...levels], standard };
  const drawn = renderWithEngine(<ServiceLevelSettings />, {
    handlers: {
      'tags.list': () => ok({ items: [...tags] }),
      'serviceLevels.get': () => ok(stored),
      'serviceLevels.set': (change) => {
        sets.push(change);
        stored = { ...change, levels: change.levels.map((one, n) => ({ ...one, id: one.id ?? `new${n}` })) };
        return ok(stored);
      },
    },
  });
  return { ...drawn, sets };
}

const typeInto = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });

it('says what a level means before it is added', async () => {
  const { sets, user } = draw();
  await user.click(await screen.findByRole('button', { name: 'New level' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
  const add = await screen.findByRole('button', { name: 'Add level' });
  expect(add).toHaveProperty('disabled', true);
  typeInto('Name', 'Friends');
  await user.click(screen.getByRole('switch', { name: 'Only VIPs' }));
  typeInto('Next reply within, in minutes', '30');
  expect(screen.getByText('Friends (VIP): first reply within 15 min, next within 30 min')).toBeDefined();
  await user.click(add);
  const added = { name: 'Friends', conditions: { isVip: true }, targets: vipDms.targets };
  expect(sets).toEqual([{ levels: [added], standard }]);
  expect(await screen.findByRole('button', { name: 'Edit Friends' })).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New level' }));
});

it('changes, moves and removes levels', async () => {
  const { sets, user } = draw([vipDms, open]);
  await user.click(await screen.findByRole('button', { name: 'Move Public up' }));
  await waitFor(() => expect(sets.at(-1)).toEqual({ levels: [open, vipDms], standard }));
  await user.click(await screen.findByRole('button', { name: 'Edit Friends' }));
  typeInto('Name', 'Public');
  expect(screen.getByRole('button', { name: 'Save level' })).toHaveProperty('disabled', true);
  typeInto('Name', 'Best friends');
  await user.click(screen.getByRole('button', { name: 'Save level' }));
  const changed = { ...vipDms, name: 'Best friends' };
  await waitFor(() => expect(sets.at(-1)).toEqual({ levels: [open, changed], standard }));
  await user.click(await screen.findByRole('button', { name: 'Remove Public' }));
  await waitFor(() => expect(sets.at(-1)).toEqual({ levels: [changed], standard }));
});

it('sets how long before a reply is due Perch warns', async () => {
  const { engine, user } = draw();
  const field = await screen.findByRole('combobox', { name: /^Warn before a reply is due/ });
  expect(field.textContent).toMatch(/^15\smin/);
  await user.click(field);
  await user.click(await screen.findByRole('option', { name: /^30\smin$/ }));
  await waitFor(() => expect(engine.callsOf('settings.set')).toEqual([{ dueWarningMinutes: 30 }]));
});

function Row({ row }: { readonly row: Conversation }) {
  return <RowTime row={row} counted={useCountedTime()} />;
}

it.each([
  ['l1', 'next', 'Friends: next reply within 30 min'],
  [null, 'first', 'Standard: first reply within 1 h'],
] as const)('a row says which target counts: %s, %s', async (serviceLevelId, dueReply, words) => {
  const row = aConversation({ dueAt: Date.now() + 60_000, dueReply, serviceLevelId });
  renderWithEngine(<Row row={row} />, {
    handlers: { 'serviceLevels.get': () => ok({ levels: [vipDms], standard }) },
  });
  expect(await screen.findByTitle(new RegExp(`· ${words}$`))).toBeDefined();
});

it('takes several tags, and lets one go that was deleted', async () => {
  const tags = ['Refund', 'Parcel'].map((name, n) => ({
    ...{ id: `t${n}`, name, colour: 'green' as const, conversations: 0 },
  }));
  const level: ServiceLevel = { ...vipDms, conditions: { tagIds: ['gone', 't0'] } };
  const { sets, user } = draw([level], tags);
  await user.click(await screen.findByRole('button', { name: 'Edit Friends' }));
  const group = await screen.findByRole('group', { name: 'Tags' });
  const pressed = () =>
    within(group)
      .getAllByRole('button', { pressed: true })
      .map(({ textContent }) => textContent);
  expect(pressed()).toEqual(['Refund', 'Deleted tag']);
  await user.click(within(group).getByRole('button', { name: 'Parcel' }));
  await user.click(within(group).getByRole('button', { name: 'Deleted tag' }));
  await user.click(screen.getByRole('button', { name: 'Save level' }));
  await waitFor(() => expect(sets).toMatchObject([{ levels: [{ conditions: { tagIds: ['t0', 't1'] } }] }]));
});
