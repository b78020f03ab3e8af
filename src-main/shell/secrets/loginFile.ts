import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { Tokens } from '#shared/contract/enginePort.ts';
import { writeWhole } from '../base/writeFileAtomic.ts';

/** One login: its tokens and the OAuth client they came from. */
export const Login = z.object({ tokens: Tokens, clientId: z.string().optional() });
export type Login = z.infer<typeof Login>;

/** Turns text into bytes that only this person on this machine can read back. */
export interface Cipher {
  encrypt(text: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<string>;
}

const Sealed = z.object({ kept: z.enum(['encrypted', 'plainText']), login: z.string() });

/** Writes a login in one step, readable by its owner only; without a cipher it lies nearly readable on the disk. */
export async function writeLogin(file: string, login: Login, cipher: Cipher | null): Promise<void> {
  const text = JSON.stringify(login);
  const bytes = cipher ? await cipher.encrypt(text) : Buffer.from(text);
  const kept = cipher ? 'encrypted' : 'plainText';
  await writeWhole(file, JSON.stringify({ kept, login: bytes.toString('base64') }), { flush: true });
}

/** Reads a login and how it was kept; null where none is kept or it can no longer be read. */
export async function readLogin(
  file: string,
  cipher: Cipher | null,
): Promise<{ readonly login: Login; readonly kept: 'encrypted' | 'plainText' } | null> {
  try {
    const { kept, login } = Sealed.parse(JSON.parse(await readFile(file, 'utf8')));
    const bytes = Buffer.from(login, 'base64');
    if (kept === 'encrypted' && !cipher) return null;
    const text = kept === 'encrypted' && cipher ? await cipher.decrypt(bytes) : bytes.toString('utf8');
    return { login: Login.parse(JSON.parse(text)), kept };
  } catch {
    return null;
  }
}

/** Forgets a login. */
export async function removeLogin(file: string): Promise<void> {
  await rm(file, { force: true });
}
