import { expect, it } from 'vitest';
import { hasProgram, runQuietly } from '../../tools/command.ts';
import { testOn } from '../support/platform.ts';

it('resolves with the output of a command', async () => {
  expect(await runQuietly(process.execPath, ['-e', 'console.log("done")'])).toBe('done\n');
});

it('rejects with the last output of a failing command', async () => {
  const program = 'console.error("x".repeat(10000) + "the cause"); process.exit(3)';
  const error: unknown = await runQuietly(process.execPath, ['-e', program]).catch(
    (reason: unknown) => reason,
  );
  expect(String(error)).toMatch(/failed \(3\)[\s\S]*the cause$/);
  expect(String(error).length).toBeLessThan(5000);
});

it('names a command that does not exist', async () => {
  await expect(runQuietly('perch-has-no-such-program', [])).rejects.toThrow('could not be started');
});

testOn('linux', 'darwin')('finds programs in PATH', () => {
  expect(hasProgram('sh')).toBe(true);
  expect(hasProgram('perch-has-no-such-program')).toBe(false);
  expect(hasProgram('sh; true')).toBe(false);
});
