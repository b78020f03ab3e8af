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

interface RunningPerch {
  showWindow(): void;
  stop(): Promise<void>;
}

/**
 * Quits with the last window, except on macOS, and delays the exit until `stop` has settled. Opening Perch while it runs
 * shows its window; opening it while it quits relaunches it.
 */
export function manageLifecycle(app: ElectronApp, perch: RunningPerch, platform: NodeJS.Platform): void {
  let isQuitting = false;
  const open = () => (isQuitting ? app.relaunch() : perch.showWindow());
  app.on('second-instance', open);
  app.on('activate', open);
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isQuitting) return;
    isQuitting = true;
    // Electron ignores an exit from within this event.
    void perch.stop().finally(() => setImmediate(() => app.exit(0)));
  });
}
