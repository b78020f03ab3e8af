import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Tokens } from '#shared/contract/enginePort.ts';
import type { SecretStorage } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { writeFileAtomic } from '../base/writeFileAtomic.ts';

/** One login: its tokens and the OAuth client that they were issued to. */
const Login = z.object({ tokens: Tokens, clientId: z.string().optional() });
export type Login = z.infer<typeof Login>;

/** Encryption with a key that only this user on this machine has. */
export interface Cipher {
  encrypt(text: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<string>;
}

/** What a person has agreed to for a machine without a keyring. */
export interface StorageConsent {
  readonly plainTextConsent: boolean;
  readonly memoryOnly: boolean;
}

/** The logins of this machine. They never appear in a log, in the preferences or in the store. */
export interface Secrets {
  /** Where a new login is kept; `plainTextConsentNeeded` if there is no keyring and the person has not chosen. */
  choose(consent: StorageConsent): Result<SecretStorage, AppError>;
  /** The login of a workspace; null if there is none or it can no longer be decrypted. Works on a read-only disk. */
  load(id: string): Promise<Login | null>;
  /**
   * Saves a login in `storage`, by default where the previous one was kept, and removes it from anywhere else. Resolves
   * once it is on disk. If the disk refuses, rejects and keeps the login in memory.
   */
  save(id: string, login: Login, storage?: SecretStorage): Promise<void>;
  /** Sets where the next login of a workspace is kept. */
  setStorage(id: string, storage: SecretStorage): void;
  remove(id: string): Promise<void>;
  /** Where the login of a workspace is kept; given null, where a new one would be kept without asking. */
  storageOf(id: string | null): SecretStorage;
}

/** Opens the logins in `dir`, one file per workspace. `cipher` is the system's keyring, null if there is none. */
export function openSecrets(dir: string, cipher: Cipher | null): Secrets {
  const inMemory = new Map<string, Login>();
  const storages = new Map<string, SecretStorage>();
  const fileOf = (id: string) => path.join(dir, `${id}.json`);

  const storageOf = (id: string | null) =>
    (id ? storages.get(id) : undefined) ?? (cipher ? 'encrypted' : 'memory');
  const save = async (id: string, login: Login, storage: SecretStorage = storageOf(id)) => {
    inMemory.set(id, login);
    storages.set(id, storage);
    if (storage === 'memory') await removeLogin(fileOf(id));
    else await writeLogin(fileOf(id), login, storage === 'encrypted' ? cipher : null);
  };
  /** Encrypts a plain-text login once a keyring is available; if the disk refuses, the next start tries again. */
  const encrypt = (id: string, login: Login) =>
    save(id, login, 'encrypted').catch(() => void storages.set(id, 'plainText'));
  return {
    choose: (consent) => (cipher ? ok('encrypted') : chooseWithoutKeyring(consent)),
    load: async (id) => {
      const known = inMemory.get(id);
      if (known) return known;
      const found = await readLogin(fileOf(id), cipher);
      if (!found) return null;
      inMemory.set(id, found.login);
      storages.set(id, found.kept);
      if (found.kept === 'plainText' && cipher) await encrypt(id, found.login);
      return found.login;
    },
    save,
    setStorage: (id, storage) => void storages.set(id, storage),
    remove: async (id) => {
      inMemory.delete(id);
      storages.delete(id);
      await removeLogin(fileOf(id));
    },
    storageOf,
  };
}

function chooseWithoutKeyring({
  plainTextConsent,
  memoryOnly,
}: StorageConsent): Result<SecretStorage, AppError> {
  if (memoryOnly) return ok('memory');
  return plainTextConsent ? ok('plainText') : err({ code: 'plainTextConsentNeeded' });
}

/** A login file. `login` is JSON in base64: encrypted, or plain text that is merely encoded. */
const LoginFile = z.object({ kept: z.enum(['encrypted', 'plainText']), login: z.string() });

async function writeLogin(file: string, login: Login, cipher: Cipher | null): Promise<void> {
  const text = JSON.stringify(login);
  const bytes = cipher ? await cipher.encrypt(text) : Buffer.from(text);
  const kept = cipher ? 'encrypted' : 'plainText';
  await writeFileAtomic(file, JSON.stringify({ kept, login: bytes.toString('base64') }), { flush: true });
}

async function readLogin(
  file: string,
  cipher: Cipher | null,
): Promise<{ readonly login: Login; readonly kept: 'encrypted' | 'plainText' } | null> {
  try {
    const { kept, login } = LoginFile.parse(JSON.parse(await readFile(file, 'utf8')));
    const bytes = Buffer.from(login, 'base64');
    if (kept === 'encrypted' && !cipher) return null;
    const text = kept === 'encrypted' && cipher ? await cipher.decrypt(bytes) : bytes.toString('utf8');
    return { login: Login.parse(JSON.parse(text)), kept };
  } catch {
    return null;
  }
}

async function removeLogin(file: string): Promise<void> {
  await rm(file, { force: true });
}
