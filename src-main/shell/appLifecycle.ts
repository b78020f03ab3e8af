/** The events and methods of Electron's `app` that this needs. */
interface ElectronApp {
  on(
    event: 'second-instance' | 'activate' | 'window-all-closed' | 'will-quit',
    listener: (event: { preventDefault(): void }) => void,
  ): unknown;
  quit(): void;
  exit(code: number): void;
  relaunch(): void;
}

/** The signals by which a system that shuts down, or a terminal, ends a process. */
const endingSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

interface Signals {
  removeAllListeners(signal: (typeof endingSignals)[number]): unknown;
  on(signal: (typeof endingSignals)[number], listener: () => void): unknown;
}

interface RunningPerch {
  showWindow(): void;
  quitAtOnce(): void;
  stop(): Promise<void>;
}

/**
 * Quits with the last window, except on macOS, and delays the exit until `stop` has settled. Opening Perch while it runs
 * shows its window; opening it while it quits relaunches it. Signals that end the process ask nothing.
 */
export function manageLifecycle(
  app: ElectronApp,
  perch: RunningPerch,
  platform: NodeJS.Platform,
  signals: Signals = process,
): void {
  let isQuitting = false;
  const open = () => (isQuitting ? app.relaunch() : perch.showWindow());
  app.on('second-instance', open);
  app.on('activate', open);
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  for (const signal of endingSignals) {
    // A package listens from its import on, before Electron installs its own handler, which then gets the signal alone. Only the
    // first listener of all takes it back.
    signals.removeAllListeners(signal);
    signals.on(signal, () => perch.quitAtOnce());
  }
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isQuitting) return;
    isQuitting = true;
    // Electron ignores an exit from within this event.
    void perch.stop().finally(() => setImmediate(() => app.exit(0)));
  });
}
