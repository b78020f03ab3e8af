import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Db } from './open.ts';
import { writePrivateFile } from './privateFiles.ts';

/** The name of the ledger's file inside a workspace folder. */
export const LEDGER_FILE = 'erasures.json';

const Erasure = z.object({
  id: z.string(),
  /** A keyed hash of X's id of the person. */
  person: z.string(),
  /** What X dates until then is not stored any more, in epoch milliseconds of X's clock. */
  at: z.number(),
  /** The person had asked for no surveys. */
  hasOptedOut: z.boolean(),
  /** Backups are still to go with it. Not what a store says counts: one that is restored would have those deleted that came after it. */
  deletesBackups: z.literal(true).optional(),
});
export type Erasure = z.infer<typeof Erasure>;

const Ledger = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/), erasures: z.array(Erasure) });
type Ledger = z.infer<typeof Ledger>;

/**
 * Who was erased, without saying who: of each person a hash of their id, keyed by a random number. It is a file beside the store and in no
 * backup, so that restoring one does not restore whom it knows. Whoever has the file can find out whether a given id is in it, as Perch
 * itself has to, and could try all ids that X has given out; the store and its backups say nothing without it.
 */
export class ErasureLedger {
  readonly #file: string;
  #ledger: Ledger;
  #byPerson: ReadonlyMap<string, Erasure>;

  constructor(dir: string) {
    this.#file = join(dir, LEDGER_FILE);
    this.#ledger = readLedger(this.#file);
    this.#byPerson = index(this.#ledger);
  }

  /** All erasures, the earliest first. */
  list(): readonly Erasure[] {
    return this.#ledger.erasures;
  }

  /** The latest erasure of a person; null if there was none. */
  find(personId: string): Erasure | null {
    // Hashing costs some microseconds, and is done for everybody who writes.
    return this.#byPerson.size === 0 ? null : (this.#byPerson.get(this.#hash(personId)) ?? null);
  }

  /** Records an erasure; it is on the disk when this returns. */
  add(personId: string, erasure: Omit<Erasure, 'person'>): void {
    this.#put([...this.#ledger.erasures, { ...erasure, person: this.#hash(personId) }]);
  }

  /** Takes back an erasure of which nothing was done. */
  remove(id: string): void {
    this.#put(this.#ledger.erasures.filter((erasure) => erasure.id !== id));
  }

  hasBackupsToDelete(): boolean {
    return this.#ledger.erasures.some(({ deletesBackups }) => deletesBackups);
  }

  noteBackupsDeleted(): void {
    this.#put(this.#ledger.erasures.map(({ deletesBackups: _, ...erasure }) => erasure));
  }

  #put(erasures: readonly Erasure[]): void {
    const ledger = { ...this.#ledger, erasures: [...erasures] };
    writePrivateFile(this.#file, Buffer.from(`${JSON.stringify(ledger, null, 1)}\n`));
    this.#ledger = ledger;
    this.#byPerson = index(ledger);
  }

  #hash(personId: string): string {
    return createHmac('sha256', Buffer.from(this.#ledger.key, 'hex')).update(personId).digest('hex');
  }
}

const index = ({ erasures }: Ledger) => new Map(erasures.map((erasure) => [erasure.person, erasure]));

function readLedger(file: string): Ledger {
  const empty = { key: randomBytes(32).toString('hex'), erasures: [] };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return empty;
    throw cause;
  }
  try {
    return Ledger.parse(JSON.parse(text));
  } catch {
    // Kept: it may be the only record of who must not come back.
    renameSync(file, toDamaged(file));
    return empty;
  }
}

const toDamaged = (file: string) => `${file}.damaged`;

/** Whether a damaged ledger was found in `dir`, and is still there. */
export const hasDamagedLedger = (dir: string): boolean => existsSync(toDamaged(join(dir, LEDGER_FILE)));

const ledgers = new WeakMap<Db, ErasureLedger>();

/** The ledger beside a store. */
export function ledgerOf(db: Db): ErasureLedger {
  const ledger = ledgers.get(db) ?? new ErasureLedger(dirname(db.name));
  ledgers.set(db, ledger);
  return ledger;
}
