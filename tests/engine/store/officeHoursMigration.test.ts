import { expect, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { getSettings } from '#engine/store/settings.ts';
import { run } from '#engine/store/sql.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

/** The office hours of today that were stored so in version 17. */
function migrated(stored: string) {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.slice(0, 17) });
  if (!opened.ok) throw new Error('The old store did not open');
  run(opened.value, `INSERT INTO settings VALUES ('officeHours', ?)`, stored);
  opened.value.close();
  return getSettings(openTestDb(dir)).officeHours;
}

test.each([
  ['hours of a day', ['09:00', '17:30', [1, 2]], [{ days: [1, 2], from: '09:00', to: '17:30' }]],
  [
    'hours past midnight, into the next day',
    ['22:00', '06:00', [5, 7]],
    [
      { days: [5, 7], from: '22:00', to: '24:00' },
      { days: [6, 1], from: '00:00', to: '06:00' },
    ],
  ],
  ['hours until midnight', ['18:00', '00:00', [6]], [{ days: [6], from: '18:00', to: '24:00' }]],
  ['whole days', ['00:00', '00:00', [6]], [{ days: [6], from: '00:00', to: '24:00' }]],
])('office hours of an earlier version stay: %s', (_, [from, to, days], ranges) => {
  expect(migrated(JSON.stringify({ from, to, days }))).toEqual({ ranges, holidays: [], timeZone: null });
});

test.each(['null', '"damaged', '{"from":"09:00","to":"17:00","days":[]}', '7'])(
  'there are none after an earlier version had %s',
  (stored) => {
    expect(migrated(stored)).toBeNull();
  },
);
