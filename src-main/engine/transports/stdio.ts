import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Served } from '../handlers/serve.ts';
import { handleRpc, refuseText } from './handleRpc.ts';
import { createLineSplitter, type Line } from './splitLines.ts';

/** The longest line that is accepted. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;
/** How many lines are processed at the same time; further input stays unread. */
const MOST_AT_ONCE = 64;

/**
 * Serves the engine as JSON-RPC, one JSON object per line, until `input` ends, `output` breaks or `stop` is aborted.
 * Resolves when every line that was read has its response; responses are written as they become ready, in any order.
 */
export async function serveStdio(
  engine: Served,
  input: Readable,
  output: Writable,
  stop: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const splitter = createLineSplitter(MAX_LINE_BYTES);
  const broken = new AbortController();
  const ended = AbortSignal.any([stop, broken.signal]);
  output.on('error', () => broken.abort());

  const write = (message: object) => {
    if (!broken.signal.aborted) output.write(`${toLine(message)}\n`);
  };
  const removeListener = engine.onEvent(({ name, params }) =>
    write({ jsonrpc: '2.0', method: name, params }),
  );
  const start = (line: Line) => {
    const work = handleLine(engine, line).then((response) => {
      if (response) write(response);
      running.delete(work);
    });
    running.add(work);
  };
  try {
    for await (const chunk of readChunks(input, ended)) {
      for (const line of splitter.push(chunk)) {
        start(line);
        await untilRoom(running, output, ended);
      }
    }
    for (const line of splitter.end()) start(line);
  } finally {
    await Promise.all(running);
    removeListener();
  }
}

// Many line readers, Node's among them, end a line at U+2028 and U+2029 too, which JSON need not escape.
const toLine = (message: object) =>
  JSON.stringify(message).replace(/[\u2028\u2029]/g, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029'));

/** Resolves when one more line may be processed. */
async function untilRoom(
  running: ReadonlySet<Promise<void>>,
  output: Writable,
  ended: AbortSignal,
): Promise<void> {
  while (running.size >= MOST_AT_ONCE) await Promise.race(running);
  // A client that does not read its responses gets no more of them: its requests wait too.
  if (output.writableNeedDrain) await once(output, 'drain', { signal: ended }).catch(() => null);
}

async function handleLine(engine: Served, line: Line): Promise<object | null> {
  if (line.kind === 'tooLong') return refuseText(`a line holds at most ${MAX_LINE_BYTES} bytes`);
  let message: unknown;
  try {
    message = JSON.parse(line.text);
  } catch (cause) {
    return refuseText(cause instanceof Error ? cause.message : 'not JSON');
  }
  return await handleRpc(engine.handle, message);
}

// Ends quietly when `ended` is aborted: stopping is no failure.
async function* readChunks(input: Readable, ended: AbortSignal): AsyncGenerator<Buffer> {
  const stopReading = () => input.destroy();
  ended.addEventListener('abort', stopReading);
  if (ended.aborted) stopReading();
  try {
    for await (const chunk of input) yield Buffer.from(chunk);
  } catch (cause) {
    if (!ended.aborted) throw cause;
  } finally {
    ended.removeEventListener('abort', stopReading);
  }
}
