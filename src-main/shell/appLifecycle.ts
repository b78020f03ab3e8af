/** The part of Electron's `app` that decides how long Perch runs. */
interface RunningApp {
  on(
    event: 'second-instance' | 'activate' | 'window-all-closed' | 'will-quit',
    listener: (event: { preventDefault(): void }) => void,
  ): unknown;
  quit(): void;
  exit(code: number): void;
  relaunch(): void;
}

interface RunningPerch {
  showWindow(): void;
  stop(): Promise<void>;
}

/**
 * Runs Perch until its last window is closed (on macOS until somebody quits), and ends once it has stopped. Who opens
 * Perch meanwhile gets its window, or a new Perch where this one is ending already.
 */
export function keepRunning(app: RunningApp, perch: RunningPerch, platform: NodeJS.Platform): void {
  let isEnding = false;
  const open = () => (isEnding ? app.relaunch() : perch.showWindow());
  app.on('second-instance', open);
  app.on('activate', open);
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    // Not from within the event itself: Electron would pass it over.
    void perch.stop().finally(() => setImmediate(() => app.exit(0)));
  });
}
