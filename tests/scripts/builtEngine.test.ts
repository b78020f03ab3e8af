import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listName, toLine } from '../../scripts/builtEngine.cjs';
import { projectFolder } from '../../scripts/projectFolder.ts';
import { testFolder } from '../support/openTestDb.ts';

const sources = ['src-main/engine/main.ts', 'shared/with a space.ts'];

/** A project with a built engine. It and the sources print which of them was started. */
function createProject(): string {
  const root = testFolder();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const name of sources) write(name, "console.log('from the sources');");
  write('out/engine/load.cjs', "console.log('built');");
  for (const name of ['engine.cjs', 'builtEngine.cjs']) {
    mkdirSync(join(root, 'scripts'), { recursive: true });
    copyFileSync(join(projectFolder, 'scripts', name), join(root, 'scripts', name));
  }
  writeFileSync(join(root, listName), sources.map((name) => `${toLine(root, name)}\n`).join(''));
  return root;
}

const start = (root: string) =>
  execFileSync(process.execPath, ['--no-warnings', join(root, 'scripts/engine.cjs')], {
    encoding: 'utf8',
  }).trim();

test('starts the built engine while the sources are as they were', () => {
  expect(start(createProject())).toBe('built');
});

const reasons: Record<string, (root: string) => void> = {
  'a source was edited': (root) => writeFileSync(join(root, 'shared/with a space.ts'), '// edited'),
  'an edit kept length and time': (root) => {
    const file = join(root, 'shared/with a space.ts');
    const { atime, mtime, ctimeMs } = statSync(file);
    // Some file systems count time in steps of a few milliseconds.
    while (statSync(file).ctimeMs === ctimeMs) {
      writeFileSync(file, "console.log('FROM the sources');");
      utimesSync(file, atime, mtime);
    }
  },
  'a source is gone': (root) => rmSync(join(root, 'shared/with a space.ts')),
  'nothing was built': (root) => rmSync(join(root, 'out'), { recursive: true }),
  'nothing says what was built': (root) => rmSync(join(root, listName)),
  'what says it is empty': (root) => writeFileSync(join(root, listName), ''),
  'what says it was cut off': (root) =>
    writeFileSync(join(root, listName), toLine(root, sources[0] ?? '').slice(0, -3)),
};

for (const [reason, happen] of Object.entries(reasons)) {
  test(`starts the sources if ${reason}`, () => {
    const root = createProject();
    happen(root);
    expect(start(root)).toBe('from the sources');
  });
}
