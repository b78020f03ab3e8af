import { hasProgram, isRoot, readOutput, runQuietly } from './command.ts';
import { print, showSeconds } from './progress.ts';
import { retry } from './retry.ts';
import { SetUpError } from './setUpError.ts';

/** Waits for another apt to finish, such as that of a second run, and retries broken downloads. */
const waitAndRetry = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
/** apt itself does not wait for the lock on its package lists, nor for a network that is still starting. */
const updateWaitsMs = [5_000, 10_000, 20_000];

/** The shell command that installs these packages. */
export function aptCommand(packages: readonly string[]): string {
  return `sudo apt-get install -y --no-install-recommends ${packages.map(nameOnThisSystem).join(' ')}`;
}

/** Whether this process may install Debian packages. */
export function canInstall(): boolean {
  return isRoot() && hasProgram('apt-get');
}

/**
 * Installs Debian packages as root. For any other user it throws a `SetUpError` with the command to run. `purpose` completes
 * the phrase "packages needed …", for example "to open a window".
 */
export async function installPackages(packages: readonly string[], purpose: string): Promise<void> {
  if (!canInstall())
    throw new SetUpError(
      `packages needed ${purpose} are missing. Install them with:\n  ${aptCommand(packages)}`,
    );
  print(`installing packages needed ${purpose}: ${packages.join(' ')}`);
  await showSeconds('updating the package lists', updateList());
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = [
    'install',
    '-y',
    '--no-install-recommends',
    ...waitAndRetry,
    ...packages.map(nameOnThisSystem),
  ];
  await showSeconds('installing', runQuietly('apt-get', args, { env }));
}

/** A failed update, for example because of one broken third-party source, is no reason to stop: old lists usually suffice. */
async function updateList(): Promise<void> {
  try {
    await retry(() => runQuietly('apt-get', ['update', ...waitAndRetry]), updateWaitsMs);
  } catch (failure) {
    print(`could not update the package lists, using the old ones: ${String(failure)}`);
  }
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries with the suffix t64. */
function nameOnThisSystem(name: string): string {
  return readOutput('apt-cache', ['show', `${name}t64`]) === '' ? name : `${name}t64`;
}
