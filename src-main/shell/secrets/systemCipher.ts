import { safeStorage } from 'electron';
import type { Cipher } from './secrets.ts';

/**
 * Encryption with the system's keyring; null if there is none. Chromium's `basic_text` uses a fixed key, so it counts
 * as none.
 */
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

/** For Electron versions without the asynchronous calls. */
const syncCipher: Cipher = {
  encrypt: async (text) => safeStorage.encryptString(text),
  decrypt: async (bytes) => safeStorage.decryptString(bytes),
};
