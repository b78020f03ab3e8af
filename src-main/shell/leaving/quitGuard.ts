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
  /** To be called when the last window is about to close, where that quits Perch. */
  onClose(event: Preventable): void;
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
    isReleased ||= await mayQuit().catch(() => true);
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
    onClose: guard,
    release: () => {
      isReleased = true;
    },
  };
}
