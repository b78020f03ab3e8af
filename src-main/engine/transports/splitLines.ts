/** What a stream of bytes holds: whole lines, and places where a line was longer than is allowed. */
export type Line = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'tooLong' };

export interface LineSplitter {
  /** The lines that `chunk` completes. */
  push(chunk: Buffer): Line[];
  /** The last line, where it does not end with a newline. */
  end(): Line[];
}

const NEWLINE = 10;

/** Splits bytes at newlines; of a line above `maxBytes` nothing is kept but the fact. Empty lines are left out. */
export function createLineSplitter(maxBytes: number): LineSplitter {
  let parts: Buffer[] = [];
  let size = 0;

  const take = (): Line[] => {
    const whole = Buffer.concat(parts);
    const tooLong = size > maxBytes;
    parts = [];
    size = 0;
    if (tooLong) return [{ kind: 'tooLong' }];
    const text = whole.toString('utf8').trim();
    return text === '' ? [] : [{ kind: 'line', text }];
  };
  const add = (part: Buffer) => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else parts.push(part);
  };
  return {
    push: (chunk) => {
      const lines: Line[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        add(chunk.subarray(from, at));
        lines.push(...take());
        from = at + 1;
      }
      add(chunk.subarray(from));
      return lines;
    },
    end: take,
  };
}
