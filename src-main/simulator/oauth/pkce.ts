import { createHash } from 'node:crypto';

/** Whether `verifier` is what the S256 `challenge` was made from. */
export function isVerified(verifier: string, challenge: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
