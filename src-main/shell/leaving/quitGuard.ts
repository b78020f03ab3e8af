interface Preventable {
  preventDefault(): void;
}

/** The events and methods of Electron's `app` that this needs. */
interface ElectronApp {
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown;
  quit(): void;
}

/** Keeps Perch from quitting until it may. */
export interface QuitGuard {
  /** Whether nothing keeps Perch from quitting any more. */
  readonly isReleased: boolean;
  /** Lets Perch quit without a question, since the system ends and waits for nobody. */
  release(): void;
}

/** Holds up quitting until `mayQuit` resolves true; false cancels it. While it is pending further attempts do nothing. */
export function guardQuit(app: ElectronApp, mayQuit: () => Promise<boolean>): QuitGuard {
  let isReleased = false;
  let isAsking = false;
  const ask = async () => {
    isAsking = true;
    // A failed question must not keep Perch open.
    const may = await mayQuit().catch(() => true);
    // It may have been released meanwhile.
    isReleased ||= may;
    isAsking = false;
    if (isReleased) app.quit();
  };
  const guard = (event: Preventable) => {
    if (isReleased) return;
    event.preventDefault();
    if (!isAsking) void ask();
  };
  app.on('before-quit', guard);
  return {
    get isReleased() {
      return isReleased;
    },
    release: () => {
      isReleased = true;
    },
  };
}
