import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onEnd } from './onEnd.ts';

/** A commit of a repository in a folder of its own. */
export interface Worktree {
  readonly dir: string;
  readonly remove: () => void;
}

/**
 * Checks a commit out into the folder `dir`, with the installed packages of `repository` and its folders `carried` as they are now.
 * A commit that lacks names that these need gets them from `bench/patches`. It is removed when this process ends, also by a signal, unless
 * it was before. Throws if there is no such commit.
 */
export function addWorktree(
  repository: string,
  revision: string,
  { dir, carried }: { readonly dir: string; readonly carried: readonly string[] },
): Worktree {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const commit = toCommit(git, revision);
  const remove = onEnd(() => {
    rmSync(dir, { recursive: true, force: true });
    git('worktree', 'prune');
  });
  git('worktree', 'add', '--detach', dir, commit);
  if (existsSync(join(repository, 'node_modules'))) {
    symlinkSync(join(repository, 'node_modules'), join(dir, 'node_modules'), 'junction');
  }
  for (const folder of carried) {
    rmSync(join(dir, folder), { recursive: true, force: true });
    cpSync(join(repository, folder), join(dir, folder), { recursive: true });
  }
  const patch = join(repository, 'bench/patches', `${commit}.patch`);
  if (existsSync(patch)) execFileSync('git', ['apply', patch], { cwd: dir });
  return { dir, remove };
}

function toCommit(git: (...args: string[]) => string, revision: string): string {
  try {
    return git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  } catch {
    throw new Error(
      `--against ${JSON.stringify(revision)}: no such commit here; name one, as HEAD~1 or by its hash`,
    );
  }
}
