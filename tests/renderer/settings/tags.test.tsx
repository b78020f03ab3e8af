import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TagSettings } from '#renderer/features/Settings/TagSettings.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { standardSurveySettings } from '#shared/domain/standardSurveySettings.ts';
import type { Tag } from '#shared/domain/tag.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const refund: Tag = { id: 't1', name: 'Refund', colour: 'green', conversations: 12 };

async function draw(handlers: FakeHandlers = {}) {
  const rendered = renderWithEngine(<TagSettings />, {
    handlers: {
      'tags.list': () => ok({ items: [refund] }),
      'tags.update': (change) => ok({ ...refund, ...JSON.parse(JSON.stringify(change)) }),
      'tags.delete': () => ok({ conversations: 12 }),
      ...handlers,
    },
  });
  const line = await screen.findByRole('listitem', { name: 'Refund' });
  return { ...rendered, line: within(line) };
}

it('renames a tag and gives it another colour', async () => {
  const { engine, user, line } = await draw();
  const name = line.getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Money back{Enter}');
  expect(engine.callsOf('tags.update')).toEqual([{ id: 't1', name: 'Money back' }]);
  await user.click(line.getByRole('combobox', { name: 'Colour' }));
  await user.click(await screen.findByRole('option', { name: 'Pink' }));
  await waitFor(() => expect(engine.callsOf('tags.update').at(-1)).toEqual({ id: 't1', colour: 'pink' }));
});

it('keeps the old name if another tag has the new one', async () => {
  const taken = { code: 'tagNameTaken', name: 'VIP', id: 't2' } as const;
  const { user, line } = await draw({ 'tags.update': () => err(taken) });
  const name = line.getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'vip{Enter}');
  await waitFor(() => expect(useUi.getState().notices).toMatchObject([{ error: taken }]));
  expect(name).toHaveProperty('value', 'Refund');
});

it('says how many conversations carry a tag before it deletes it, and Cancel has the focus', async () => {
  const { engine, user, line } = await draw();
  expect(line.getByText('12 conversations')).toBeTruthy();
  await user.click(line.getByRole('button', { name: 'Delete Refund' }));
  expect(line.getByRole('alert').textContent).toContain('comes off 12 conversations');
  expect(document.activeElement?.textContent).toBe('Cancel');
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(line.getByRole('button', { name: 'Delete Refund' }));
  await user.keyboard('{Enter}{Tab}{Enter}');
  await waitFor(() => expect(engine.callsOf('tags.delete')).toEqual([{ id: 't1' }]));
});

it('says that deleting the only tag of the survey rule ends it', async () => {
  const rule = { ...standardSurveySettings.rule, on: true, tagIds: ['t1'] };
  const { user, line } = await draw({ 'surveys.settings': () => ok({ ...standardSurveySettings, rule }) });
  await user.click(line.getByRole('button', { name: 'Delete Refund' }));
  await waitFor(() => expect(line.getByRole('alert').textContent).toContain('the rule names no other tag'));
});

it('says how to create one while there is none', async () => {
  renderWithEngine(<TagSettings />);
  expect(await screen.findByText(/No tags yet/)).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});
