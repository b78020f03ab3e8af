const isTerminal = process.stdout.isTTY === true;

/** Prints one line of progress. */
export function print(text: string): void {
  console.log(`perch: ${text}`);
}

export interface Progress {
  /** Takes bytes so far, and the total where it is known. */
  readonly update: (done: number, total?: number) => void;
  readonly end: () => void;
}

/**
 * Shows the progress of a download: one line that is rewritten on a terminal, elsewhere a line per 10 % (per 25 MB if the total
 * is unknown).
 */
export function showBytes(title: string): Progress {
  let lastStep = -1;
  return {
    update: (done, total) => {
      const text =
        total === undefined ? toMegabytes(done) : `${percentOf(done, total)} % of ${toMegabytes(total)}`;
      const step = total === undefined ? Math.floor(done / 25e6) : Math.floor(percentOf(done, total) / 10);
      if (isTerminal) rewriteLine(`${title}: ${text}`);
      else if (step > lastStep) print(`${title}: ${text}`);
      lastStep = Math.max(step, lastStep);
    },
    end: endLine,
  };
}

/** Shows the elapsed seconds while `work` is pending: live on a terminal, elsewhere a line every ten seconds. */
export async function showSeconds<T>(title: string, work: Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    if (isTerminal) rewriteLine(`${title}: ${seconds} s`);
    else if (seconds % 10 === 0) print(`${title}: ${seconds} s`);
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

function toMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function rewriteLine(text: string): void {
  process.stdout.write(`\r\x1b[2Kperch: ${text}`);
}

function endLine(): void {
  if (isTerminal) process.stdout.write('\r\x1b[2K');
}
