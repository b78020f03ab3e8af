import { hasProgram, isRoot, outputOf, runQuietly } from './command.ts';
import { say, showSeconds } from './progress.ts';
import { SetUpError } from './setUpError.ts';

/** The line a person types to install these packages. */
export function aptLine(packages: readonly string[]): string {
  return `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
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
  await showSeconds('asking for the list of packages', runQuietly('apt-get', ['update']));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...packages.map(nameHere)];
  await showSeconds('installing', runQuietly('apt-get', args, { env }));
}

/** Debian 13 and Ubuntu 24.04 carry some libraries under a name that ends in t64. */
function nameHere(name: string): string {
  return outputOf('apt-cache', ['show', `${name}t64`]) === '' ? name : `${name}t64`;
}
