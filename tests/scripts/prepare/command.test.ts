import { expect, it } from 'vitest';
import { hasProgram, runQuietly } from '../../../scripts/prepare/command.ts';

it('gives what a command prints', async () => {
  expect(await runQuietly(process.execPath, ['-e', 'console.log("done")'])).toBe('done\n');
});

it('fails with the end of what a failing command printed', async () => {
  const program = 'console.error("x".repeat(10000) + "the cause"); process.exit(3)';
  const error: unknown = await runQuietly(process.execPath, ['-e', program]).catch(
    (reason: unknown) => reason,
  );
  expect(String(error)).toMatch(/failed \(3\)[\s\S]*the cause$/);
  expect(String(error).length).toBeLessThan(5000);
});

it('names a command that is not there', async () => {
  await expect(runQuietly('perch-has-no-such-program', [])).rejects.toThrow('could not be started');
});

it.skipIf(process.platform === 'win32')('knows which programs can be found', () => {
  expect(hasProgram('sh')).toBe(true);
  expect(hasProgram('perch-has-no-such-program')).toBe(false);
  expect(hasProgram('sh; true')).toBe(false);
});
