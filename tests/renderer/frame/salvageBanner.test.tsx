import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SalvageBanner } from '#renderer/features/Frame/SalvageBanner.tsx';
import { toSalvagedParts } from '#renderer/features/Frame/salvagedParts.ts';
import type { Salvaged } from '#shared/domain/salvaged.ts';
import { ok } from '#shared/result.ts';
import { testInfo } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

function draw(change: Partial<Salvaged> = {}) {
  const salvaged = { at: 1, rows: 12_345, tables: 24, damaged: ['messages', 'hits', 'gaps'], ...change };
  const dismissed: unknown[] = [];
  const handlers = {
    'system.info': () => ok({ ...testInfo, salvaged }),
    'system.dismissSalvaged': (input: unknown) => {
      dismissed.push(input);
      return ok({});
    },
  };
  return { ...renderWithEngine(<SalvageBanner />, { handlers }), dismissed };
}

it('says how much was saved and what could not be read', async () => {
  draw();
  const banner = await screen.findByRole('status');
  expect(banner.textContent).toContain('saved 12,345 entries');
  expect(banner.textContent).toContain('in 3 of its 24 tables');
  expect(banner.textContent).toContain('messages, saved searches, and settings and sync');
});

it('says that everything was readable', async () => {
  draw({ damaged: [] });
  expect((await screen.findByRole('status')).textContent).toContain('all of it was readable');
});

it('goes for good once somebody has read it', async () => {
  const { user, dismissed } = draw();
  await user.click(await screen.findByRole('button', { name: 'Got it' }));
  expect(dismissed).toEqual([{}]);
});

it('names each part once', () => {
  expect(toSalvagedParts(['gaps', 'contexts', 'toString', 'messages', 'outbox'])).toEqual([
    'messages',
    'replies',
    'other',
  ]);
});
