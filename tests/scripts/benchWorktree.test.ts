import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addWorktree } from '../../bench/worktree.ts';
import { testFolder } from '../support/openTestDb.ts';
import { testOn } from '../support/platform.ts';

const names = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@b',
};

/** A repository with one commit, in which a carried folder has changed since. */
function createRepository(): { readonly repository: string; readonly git: (...args: string[]) => string } {
  const repository = testFolder();
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8', env: { ...process.env, ...names } });
  const write = (text: string) => {
    for (const folder of ['bench', 'engine']) {
      mkdirSync(join(repository, folder), { recursive: true });
      writeFileSync(join(repository, folder, 'file'), text);
    }
  };
  git('init', '--quiet');
  write('before');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  write('now');
  return { repository, git };
}

test('a worktree has the commit, and the carried folders as they are now', () => {
  const { repository, git } = createRepository();
  const dir = join(testFolder(), 'worktree');
  const worktree = addWorktree(repository, 'HEAD', { dir, carried: ['bench'] });
  expect(readFileSync(join(dir, 'engine/file'), 'utf8')).toBe('before');
  expect(readFileSync(join(dir, 'bench/file'), 'utf8')).toBe('now');
  worktree.remove();
  expect(existsSync(dir)).toBe(false);
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

test('a commit that lacks names of the bench gets them from its patch', () => {
  const { repository, git } = createRepository();
  const patches = join(repository, 'bench/patches');
  mkdirSync(patches);
  const change = [
    '--- a/engine/file',
    '+++ b/engine/file',
    '@@ -1 +1 @@',
    '-before',
    '\\ No newline',
    '+patched',
    '',
  ];
  writeFileSync(join(patches, `${git('rev-parse', 'HEAD').trim()}.patch`), change.join('\n'));
  const dir = join(testFolder(), 'worktree');
  const worktree = addWorktree(repository, 'HEAD', { dir, carried: [] });
  expect(readFileSync(join(dir, 'engine/file'), 'utf8').trim()).toBe('patched');
  worktree.remove();
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

test('an unknown commit is named, and nothing is left', () => {
  const { repository, git } = createRepository();
  const dir = join(testFolder(), 'worktree');
  expect(() => addWorktree(repository, '--nothing', { dir, carried: [] })).toThrow(
    '--against "--nothing": no such commit here; name one, as HEAD~1 or by its hash',
  );
  expect(existsSync(dir)).toBe(false);
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

// Windows ends a program without telling it.
for (const end of ['SIGINT', 'SIGTERM', 'exception']) {
  testOn('linux', 'darwin')(`a worktree is removed at ${end}`, async () => {
    const { repository, git } = createRepository();
    const dir = join(testFolder(), 'worktree');
    const module = JSON.stringify(new URL('../../bench/worktree.ts', import.meta.url).href);
    const program = `
      import { addWorktree } from ${module};
      addWorktree(${JSON.stringify(repository)}, 'HEAD', { dir: ${JSON.stringify(dir)}, carried: [] });
      console.log('added');
      setInterval(() => {}, 1000);
      process.stdin.on('data', () => { throw new Error('broken'); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    expect(existsSync(join(dir, 'engine/file'))).toBe(true);
    if (end === 'exception') child.stdin.write('x');
    else child.kill(end as NodeJS.Signals);
    await once(child, 'exit');
    expect(existsSync(dir)).toBe(false);
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });
}
