import { safeStorage } from 'electron';
import type { Cipher } from './loginFile.ts';

/** The system's keyring; null where there is none that deserves the name. */
export async function getSystemCipher(): Promise<Cipher | null> {
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  if (typeof safeStorage.isAsyncEncryptionAvailable === 'function') {
    return (await safeStorage.isAsyncEncryptionAvailable()) ? asyncCipher : null;
  }
  return safeStorage.isEncryptionAvailable() ? syncCipher : null;
}

const asyncCipher: Cipher = {
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
};

/** For an Electron from before the calls above. */
const syncCipher: Cipher = {
  encrypt: async (text) => safeStorage.encryptString(text),
  decrypt: async (bytes) => safeStorage.decryptString(bytes),
};
