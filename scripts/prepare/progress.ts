const isTerminal = process.stdout.isTTY === true;

/** Prints one line about a step of the preparation. */
export function say(text: string): void {
  console.log(`perch: ${text}`);
}

export interface Progress {
  /** Reports how far the step is; `total` is left out where it is not known. */
  readonly update: (done: number, total?: number) => void;
  readonly end: () => void;
}

/** Shows bytes as they arrive: on a terminal one line rewritten, elsewhere a line for each tenth (or each 25 MB). */
export function showBytes(title: string): Progress {
  let lastStep = -1;
  return {
    update: (done, total) => {
      const text =
        total === undefined ? inMegabytes(done) : `${percentOf(done, total)} % of ${inMegabytes(total)}`;
      const step = total === undefined ? Math.floor(done / 25e6) : Math.floor(percentOf(done, total) / 10);
      if (isTerminal) rewriteLine(`${title}: ${text}`);
      else if (step > lastStep) say(`${title}: ${text}`);
      lastStep = Math.max(step, lastStep);
    },
    end: endLine,
  };
}

/** Shows that a silent step is alive: seconds on a terminal, elsewhere a line every ten seconds. */
export async function showSeconds<T>(title: string, work: Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    if (isTerminal) rewriteLine(`${title}: ${seconds} s`);
    else if (seconds % 10 === 0) say(`${title}: ${seconds} s`);
  }, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    endLine();
  }
}

function percentOf(done: number, total: number): number {
  return Math.min(100, Math.floor((done / total) * 100));
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function rewriteLine(text: string): void {
  process.stdout.write(`\r\x1b[2Kperch: ${text}`);
}

function endLine(): void {
  if (isTerminal) process.stdout.write('\r\x1b[2K');
}
