import { statSync } from 'node:fs';
import { expect, test } from 'vitest';

/** `test` on these platforms. Elsewhere the test does not exist, because `npm test` treats a skipped test as a failure. */
export function testOn(...platforms: readonly NodeJS.Platform[]): (name: string, run: () => unknown) => void {
  return platforms.includes(process.platform) ? test : () => {};
}

/** Expects the exact permission bits of a file or folder. Windows has none, so there nothing is checked. */
export function expectPermissions(path: string, bits: number): void {
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(bits);
}
