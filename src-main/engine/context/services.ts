import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Account } from '#shared/domain/account.ts';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import type { StepError } from '#shared/domain/capture.ts';
import type { TableMapping } from '#shared/domain/messageTable.ts';
import type { DueReport } from '#shared/domain/weeklyReport.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

import type { StoreCopy } from '../store/copies.ts';
import type { Reach } from './reach.ts';

/** Handles to the background services; each is safe to call at any time. */
export interface EngineServices {
  /** Runs a poll cycle over every source and all gaps. Waits for the account to be known if there is a token. */
  readonly pollNow: () => Promise<PollCycleResult>;
  /** Brings the next automatic poll cycle forward; call it after adding a source. */
  readonly pollSoon: () => void;
  /** Retries at once what waits for the network; at most one poll cycle a minute, since a network can come and go. */
  readonly retryUnreached: () => void;
  /** Retries what X failed to respond to as well; not what it has rate limited or refused. */
  readonly retryFailed: () => void;
  readonly outlook: () => PollOutlook;
  readonly reach: Reach;
  /** Sends what is due; call it after the outbox has changed. */
  readonly kickOutbox: () => void;
  readonly login: Login;
  readonly archives: ArchiveImports;
  readonly copies: Copies;
  readonly weeklyReport: WeeklyReport;
}

/** The report that is written every week by itself. */
export interface WeeklyReport {
  /** What is to be written now; null if nothing is. */
  readonly getDue: () => DueReport | null;
  /** Finds out now what is due; call it after its settings, or what came of it, have changed. */
  readonly check: () => void;
}

/** Copies of the store, made one at a time. */
export interface Copies {
  /** Copies the store now, or waits for the copy that is being made; fails if it is only read. */
  readonly copyStore: () => Promise<Result<StoreCopy, AppError>>;
  /** Copies the store once no copy is being made: the new one has nothing that was erased before. Fails as `copyStore` does. */
  readonly copyAnew: () => Promise<Result<StoreCopy, AppError>>;
  /** Copies a file that is a backup of this workspace among the copies, once no copy is being made; fails as `addCopy` does. */
  readonly addCopy: (path: string) => Promise<Result<StoreCopy, AppError>>;
  /** Copies the newest copy, or a new one, into a folder that somebody chose. Fails with `fileNotSaved`, or as `copyStore` does. */
  readonly copyInto: (folder: string) => Promise<Result<null, AppError>>;
  /** Why the newest copy is not in the folder of the settings; null if nothing went wrong. */
  readonly getFolderError: () => AppError | null;
}

/** Imports of archives of X and tables of messages, one at a time. What was read stays, whatever ends an import. */
export interface ArchiveImports {
  /** Imports a file, or continues its import, until it is done, paused or cancelled. Without a mapping a table is read as the last one with its header was. */
  readonly start: (file: string, mapping?: TableMapping) => Promise<Result<ArchiveImport, AppError>>;
  /** Continues the import that was paused, as `start` does; returns the last import as it is if it is not paused. */
  readonly resume: () => Promise<Result<ArchiveImport | null, AppError>>;
  /** Both resolve once the import has ended, with the last one as it is then; null if there was none. */
  readonly pause: () => Promise<ArchiveImport | null>;
  readonly cancel: () => Promise<ArchiveImport | null>;
  readonly getStatus: () => ArchiveImport | null;
  /** Continues the import that an earlier engine was in the middle of. */
  readonly continueLast: () => void;
}

/** What a poll cycle brought: new messages, sources and steps that failed, and gaps that it closed. */
export type PollCycleResult = Result<
  EngineOutput<'capture.pollNow'> & {
    readonly closedGaps: number;
    readonly stepErrors: readonly StepError[];
  },
  AppError
>;

/** State of polling that is not stored with the sources. */
export interface PollOutlook {
  /** What broke the last poll cycle before it could be recorded, such as a full disk; null once a cycle succeeds. */
  readonly error: AppError | null;
  /** The steps that failed in the last poll cycle that came to its end. */
  readonly stepErrors: readonly StepError[];
  /** When the next automatic poll cycle starts, now while one runs; null if Perch polls on demand only. */
  readonly nextAt: number | null;
}

/** The ways to connect an account. */
export interface Login {
  /** Returns the account. Fetches it from X if there is a token whose account is not known yet. */
  readonly ensure: () => Promise<Result<Account, AppError>>;
  /** Starts a login in the browser and returns the address to open; an unfinished earlier login is forgotten. */
  readonly begin: (clientId: string, redirectUri: string) => Promise<string>;
  /** Finishes a login with the address to which X sent the browser. */
  readonly finish: (callbackUrl: string) => Promise<Result<Account, AppError>>;
  /** Cancels what is under way; nothing of it is used any more. */
  readonly cancel: () => void;
  readonly useToken: (token: string) => Promise<Result<Account, AppError>>;
}
