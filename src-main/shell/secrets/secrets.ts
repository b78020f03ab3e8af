import path from 'node:path';
import type { SecretStorage } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type Cipher, type Login, readLogin, removeLogin, writeLogin } from './loginFile.ts';

interface Choice {
  readonly plainTextConsent: boolean;
  readonly memoryOnly: boolean;
}

/** The logins of this machine. They are never part of a log, a setting or the store. */
export interface Secrets {
  /** Decides where a new login will be kept, or answers that somebody has to be asked. */
  choose(choice: Choice): Result<SecretStorage, AppError>;
  /** The login of a workspace, or null where nobody is logged in; also from a disk that takes no writing. */
  load(id: string): Promise<Login | null>;
  /** Keeps a login where it was kept before, or in `storage` and nowhere else; resolves once it is safe there. */
  save(id: string, login: Login, storage?: SecretStorage): Promise<void>;
  /** Decides where the next login of a workspace is kept. */
  prefer(id: string, storage: SecretStorage): void;
  remove(id: string): Promise<void>;
  /** How the login of a workspace is kept; for none, how a new one would be kept without a question. */
  storageOf(id: string | null): SecretStorage;
}

/** Opens the logins below `dir`; `cipher` is the system's keyring or null. */
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
  /** A keyring that has come takes a readable login over; where the disk refuses, at the next start. */
  const encrypt = (id: string, login: Login) =>
    save(id, login, 'encrypted').catch(() => void storages.set(id, 'plainText'));
  return {
    choose: (choice) => (cipher ? ok('encrypted') : chooseWithoutKeyring(choice)),
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
    prefer: (id, storage) => void storages.set(id, storage),
    remove: async (id) => {
      inMemory.delete(id);
      storages.delete(id);
      await removeLogin(fileOf(id));
    },
    storageOf,
  };
}

function chooseWithoutKeyring({ plainTextConsent, memoryOnly }: Choice): Result<SecretStorage, AppError> {
  if (memoryOnly) return ok('memory');
  return plainTextConsent ? ok('plainText') : err({ code: 'plainTextConsentNeeded' });
}
