import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';

test.each([
  ['docs/behaviours.md', '| behaviour', 20],
  ['docs/reliability.md', '| fault', 10],
])('every row of %s names a test that exists', (file, head, least) => {
  const rows = readFileSync(join(projectFolder, file), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith(head));
  const missing = rows.filter((row) => {
    const path = /`(tests\/[\w./-]+\.test\.tsx?)` \|$/.exec(row)?.[1];
    return path === undefined || !existsSync(join(projectFolder, path));
  });
  expect(rows.length).toBeGreaterThan(least);
  expect(missing).toEqual([]);
});
