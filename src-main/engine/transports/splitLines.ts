/** A complete line of a byte stream, or the fact that one was longer than allowed. */
export type Line = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'tooLong' };

export interface LineSplitter {
  /** Returns the lines that `chunk` completes. */
  push(chunk: Buffer): Line[];
  /** Returns the last line if it did not end with a newline. */
  end(): Line[];
}

const NEWLINE = 10;

/** Splits bytes at newlines. Of a line above `maxBytes` nothing is kept in memory; empty lines are left out. */
export function createLineSplitter(maxBytes: number): LineSplitter {
  let parts: Buffer[] = [];
  let size = 0;

  const takeLine = (): Line[] => {
    const line = Buffer.concat(parts);
    const tooLong = size > maxBytes;
    parts = [];
    size = 0;
    if (tooLong) return [{ kind: 'tooLong' }];
    const text = line.toString('utf8').trim();
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
        lines.push(...takeLine());
        from = at + 1;
      }
      add(chunk.subarray(from));
      return lines;
    },
    end: takeLine,
  };
}
