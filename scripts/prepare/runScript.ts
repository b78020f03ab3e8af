import { SetUpError } from './setUpError.ts';

/** Runs a script's main function: prints a set-up error as its message alone, anything else with its stack, and exits with 1. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof SetUpError ? `\nperch: ${error.message}` : error);
    process.exit(1);
  }
}
