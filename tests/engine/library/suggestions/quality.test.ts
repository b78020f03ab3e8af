import { expect, it } from 'vitest';
import { measureCompany } from '../../../../bench/suggestionQuality.ts';
import { testFolder } from '../../../support/openTestDb.ts';

// A little below what `npm run bench -- --suggestions` finds for these companies: one or two conversations each.
it.each([
  { company: 'MojangSupport', first: 0.74, five: 0.97 },
  { company: 'HPSupport', first: 0.68, five: 0.89 },
  { company: 'AppleSupport', first: 0.66, five: 0.88 },
])('the right document is found as often as before: $company', async ({ company, first, five }) => {
  const quality = await measureCompany(testFolder(), company);
  expect(quality.first).toBeGreaterThanOrEqual(first);
  expect(quality.five).toBeGreaterThanOrEqual(five);
});
