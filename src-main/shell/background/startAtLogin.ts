import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { APP_ID } from '../base/appId.ts';
import { writeFileAtomic } from '../base/writeFileAtomic.ts';
import { type StartCommand, toAutostartEntry } from './autostartEntry.ts';

/** The part of Electron's `app` that this needs. */
interface LoginItems {
  getLoginItemSettings(options: { args: string[] }): { readonly openAtLogin: boolean };
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void;
}

interface StartAtLoginOptions {
  readonly platform: NodeJS.Platform;
  readonly items: LoginItems;
  /** The folder of the person's configuration, on Linux. */
  readonly configDir: string;
  readonly command: StartCommand;
}

/** Whether Perch starts when the person logs in. The system knows it, not Perch, since it can be changed there too. */
export interface StartAtLogin {
  isOn(): boolean;
  set(isOn: boolean): Promise<Result<null, AppError>>;
}

/** Windows and macOS keep a list of programs; on Linux it is a file, whose absence means no. */
export function createStartAtLogin(options: StartAtLoginOptions): StartAtLogin {
  const { platform, items, command } = options;
  if (platform === 'linux') return createAutostart(options);
  const args = [...command.args];
  return {
    isOn: () => items.getLoginItemSettings({ args }).openAtLogin,
    set: async (openAtLogin) => {
      items.setLoginItemSettings({ openAtLogin, args });
      return ok(null);
    },
  };
}

function createAutostart({ configDir, command }: StartAtLoginOptions): StartAtLogin {
  const file = path.join(configDir, 'autostart', `${APP_ID}.desktop`);
  return {
    isOn: () => existsSync(file),
    set: async (isOn) => {
      try {
        if (isOn) await writeFileAtomic(file, toAutostartEntry(command));
        else await rm(file, { force: true });
        return ok(null);
      } catch (refusal) {
        const detail = toErrorMessage(refusal);
        return err({ code: 'storeUnwritable', file, detail });
      }
    },
  };
}
