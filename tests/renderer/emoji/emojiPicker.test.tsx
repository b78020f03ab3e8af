import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { drawComposer, publicField } from '../conversation/composer/support/drawComposer.tsx';

const open = '{Control>};{/Control}';
const search = () => screen.findByRole('combobox', { name: 'Search emoji' });
const chosen = (name: string) => screen.findByRole('gridcell', { name, selected: true });

it('replaces the selection, and offers the emoji first the next time', async () => {
  const { user } = drawComposer();
  const field = (await publicField()) as HTMLTextAreaElement;
  await user.type(field, 'Hello you');
  field.setSelectionRange(6, 9);
  await user.keyboard(open);
  await user.type(await search(), 'waving hand');
  await chosen('waving hand');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(field.value).toBe('Hello 👋'));
  expect(document.activeElement).toBe(field);
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard(open);
  await chosen('waving hand');
  await user.keyboard('{ArrowRight}{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.value).toBe('Hello 👋');
});

it('inserts in the chosen skin tone by mouse', async () => {
  const { user } = drawComposer();
  const field = (await publicField()) as HTMLTextAreaElement;
  await user.click(screen.getByRole('button', { name: 'Insert emoji' }));
  await user.click(await screen.findByRole('button', { name: 'Dark' }));
  expect(screen.getByRole('button', { name: 'Dark', pressed: true })).toBeTruthy();
  await user.click(await screen.findByRole('gridcell', { name: 'thumbs up' }));
  await waitFor(() => expect(field.value).toBe('👍🏿'));
});

it('sends nothing while somebody picks, and says when nothing is found', async () => {
  const { engine, user } = drawComposer();
  await user.type(await publicField(), 'Hello');
  await user.keyboard(open);
  await user.type(await search(), 'qqqq');
  await screen.findByText('No emoji found');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(engine.callsOf('replies.send')).toEqual([]);
});
