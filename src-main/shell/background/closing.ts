/** What a person wants when they close the window for the first time. */
export type ClosingChoice = 'keepRunning' | 'quit' | 'stay';

interface ClosingOptions {
  /** On macOS an application goes on without a window; nobody is asked. */
  readonly platform: NodeJS.Platform;
  /** Whether nothing keeps Perch from quitting any more. */
  readonly isQuitting: () => boolean;
  /** Whether there is a workspace that could go on in the background. */
  readonly hasWork: () => boolean;
  readonly hasTray: () => Promise<boolean>;
  /** What the person has chosen; null before they were asked. */
  readonly keepsRunning: () => boolean | null;
  readonly remember: (keepsRunning: boolean) => void;
  readonly ask: () => Promise<ClosingChoice>;
  /** Says that Perch cannot go on in the background here. Resolves to whether it should quit. */
  readonly sayNoTray: () => Promise<boolean>;
  readonly hide: () => void;
  /** Begins to quit, which may ask more. */
  readonly quit: () => void;
}

/** To be called when the window is about to close. */
export type CloseHandler = (event: { preventDefault(): void }) => void;

/**
 * Decides what closing the window does:
 *
 *     no workspace, or no tray and not chosen to go on ──> quit
 *     no tray, but chosen to go on ──> say so ──> quit, or stay
 *     tray, not asked yet ──> ask, remember ──> as chosen, or stay
 *     tray, asked before ──> hide the window, or quit
 *
 * Without a tray the window is never hidden: nobody could see that Perch runs. While a decision is pending, further attempts to
 * close do nothing.
 */
export function createCloseHandler(options: ClosingOptions): CloseHandler {
  let isDeciding = false;
  const act = async () => {
    isDeciding = true;
    // A failed question must not keep Perch open.
    const choice = await decide(options).catch(() => 'quit' as const);
    isDeciding = false;
    if (choice === 'keepRunning') options.hide();
    if (choice === 'quit') options.quit();
  };
  return (event) => {
    if (options.platform === 'darwin' || options.isQuitting()) return;
    event.preventDefault();
    if (!isDeciding) void act();
  };
}

async function decide(options: ClosingOptions): Promise<ClosingChoice> {
  if (!options.hasWork()) return 'quit';
  const chosen = options.keepsRunning();
  if (!(await options.hasTray())) return chosen !== true || (await options.sayNoTray()) ? 'quit' : 'stay';
  if (chosen !== null) return chosen ? 'keepRunning' : 'quit';
  const choice = await options.ask();
  if (choice !== 'stay') options.remember(choice === 'keepRunning');
  return choice;
}
