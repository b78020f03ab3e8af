import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';

const rows = readFileSync(join(projectFolder, 'docs/behaviours.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| behaviour'));

test('every row of docs/behaviours.md names a test that exists', () => {
  const missing = rows.filter((row) => {
    const path = /`(tests\/[\w./-]+\.test\.tsx?)` \|$/.exec(row)?.[1];
    return path === undefined || !existsSync(join(projectFolder, path));
  });
  expect(rows.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
