import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../scripts/projectFolder.ts';

const launcher = join(projectFolder, 'scripts/run.mjs');

it('prints one helpful line on an outdated Node.js', () => {
  const source = readFileSync(launcher, 'utf8').replace('process.versions.node', "'18.20.4'");
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source, 'start'], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^perch: Node\.js 22\.18 or later is needed .*https:\/\/nodejs\.org\n$/);
  expect(status).toBe(1);
});
