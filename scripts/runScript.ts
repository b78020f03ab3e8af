import { SetUpError } from '../tools/setUpError.ts';

/**
 * Runs the main function of a script and exits with the code it returns. On an exception it exits with 1, printing a
 * `SetUpError` as its message and anything else with its stack.
 */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof SetUpError ? `\nperch: ${error.message}` : error);
    process.exit(1);
  }
}
