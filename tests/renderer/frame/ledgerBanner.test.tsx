import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LedgerBanner } from '#renderer/features/Frame/LedgerBanner.tsx';
import { ok } from '#shared/result.ts';
import { testInfo } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

it('says what to do about a damaged record of who was erased, until it is dismissed', async () => {
  const handlers = { 'system.info': () => ok({ ...testInfo, isLedgerDamaged: true as const }) };
  const { user } = renderWithEngine(<LedgerBanner />, { handlers });
  expect((await screen.findByRole('status')).textContent).toContain('Put an intact erasures.json back');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('status')).toBeNull();
});
