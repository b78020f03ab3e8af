import { hasProgram, isRoot, outputOf, runQuietly } from './command.ts';
import { say, showSeconds } from './progress.ts';
import { retry } from './retry.ts';
import { SetUpError } from './setUpError.ts';

/** Another apt, such as the one of a second run, is waited for; a download that breaks off is begun again. */
const patiently = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
/** What apt does not wait for by itself: the lock of its lists, and a network that is just coming up. */
const updateWaitsMs = [5_000, 10_000, 20_000];

/** The line a person types to install these packages. */
export function aptLine(packages: readonly string[]): string {
  return `sudo apt-get install -y --no-install-recommends ${packages.map(nameHere).join(' ')}`;
}

/** Whether this process may install Debian packages. */
export function canInstall(): boolean {
  return isRoot() && hasProgram('apt-get');
}

/** Installs Debian packages as root; otherwise fails, naming the line that installs them. `purpose` completes "needed …". */
export async function installPackages(packages: readonly string[], purpose: string): Promise<void> {
  if (!canInstall())
    throw new SetUpError(`some packages are needed ${purpose}. Install them with:\n  ${aptLine(packages)}`);
  say(`installing what is needed ${purpose}: ${packages.join(' ')}`);
  await showSeconds('asking for the list of packages', updateList());
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...patiently, ...packages.map(nameHere)];
  await showSeconds('installing', runQuietly('apt-get', args, { env }));
}

/** A list that cannot be renewed, for instance because of one foreign source, often does as it is. */
async function updateList(): Promise<void> {
  try {
    await retry(() => runQuietly('apt-get', ['update', ...patiently]), updateWaitsMs);
  } catch (failure) {
    say(`the list of packages could not be renewed, so the old one is used: ${String(failure)}`);
  }
}

/** Debian 13 and Ubuntu 24.04 carry some libraries under a name that ends in t64. */
function nameHere(name: string): string {
  return outputOf('apt-cache', ['show', `${name}t64`]) === '' ? name : `${name}t64`;
}
