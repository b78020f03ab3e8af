import { closeSync, openSync, readSync, statSync, truncateSync } from 'node:fs';

/*
 * https://www.sqlite.org/fileformat2.html#the_write_ahead_log: a header, then frames of a page each. A frame whose second number is not 0 ends a
 * transaction.
 */
const HEADER = 32;
const FRAME_HEADER = 24;
const PAGE = 4_096;
const FRAME = FRAME_HEADER + PAGE;

/**
 * Takes the last transactions from the write-ahead log of a store, as a power cut does with those that did not wait for the disk. Nothing may
 * have been copied from the log into the file since.
 */
export function loseLastTransactions(store: string, count: number): void {
  const log = `${store}-wal`;
  const file = openSync(log, 'r');
  const header = Buffer.alloc(FRAME_HEADER);
  const ends: number[] = [];
  for (let at = HEADER; at + FRAME <= statSync(log).size; at += FRAME) {
    readSync(file, header, 0, FRAME_HEADER, at);
    if (header.readUInt32BE(4) !== 0) ends.push(at + FRAME);
  }
  closeSync(file);
  const end = ends.at(-1 - count);
  if (end === undefined) throw new Error(`${log} has only ${ends.length} transactions`);
  truncateSync(log, end);
}
