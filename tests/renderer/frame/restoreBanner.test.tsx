import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RestoreBanner } from '#renderer/features/Frame/RestoreBanner.tsx';
import type { RestoreOutcome } from '#shared/domain/restoreOutcome.ts';
import { ok } from '#shared/result.ts';
import { testInfo } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const at = new Date(2026, 10, 20, 9).getTime();
const wayBackAt = new Date(2026, 10, 27, 14, 43).getTime();

function draw(restored: RestoreOutcome) {
  const dismissed: unknown[] = [];
  const handlers = {
    'system.info': () => ok({ ...testInfo, restored }),
    'system.dismissRestored': (input: unknown) => {
      dismissed.push(input);
      return ok({});
    },
  };
  return { ...renderWithEngine(<RestoreBanner />, { handlers }), dismissed };
}

const readBanner = async () => (await screen.findByRole('status')).textContent;

it('says which backup was restored, and which one is the way back', async () => {
  draw({ at, isDone: true, wayBackAt });
  expect(await readBanner()).toMatch(
    /restored from the backup of Fri, Nov 20.*go back.*backup of Fri, Nov 27/,
  );
});

it('names no way back if there is none', async () => {
  draw({ at, isDone: true, wayBackAt: null });
  expect(await readBanner()).not.toContain('go back');
});

it('says that a backup was not restored', async () => {
  draw({ at, isDone: false, wayBackAt: null });
  expect(await readBanner()).toMatch(/backup of Fri, Nov 20.* was not restored\. The workspace is as it was/);
});

it('goes for good once somebody has read it', async () => {
  const { user, dismissed } = draw({ at, isDone: true, wayBackAt });
  await user.click(await screen.findByRole('button', { name: 'Got it' }));
  expect(dismissed).toEqual([{}]);
});
