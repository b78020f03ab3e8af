import { initial } from './0001-initial.ts';
import { ledgers } from './0002-ledgers.ts';
import { readings } from './0003-readings.ts';
import { captureSpeed } from './0004-capture-speed.ts';
import { forgetting } from './0005-forgetting.ts';
import { outboxStatus } from './0006-outbox-status.ts';

/** One step from the schema of the version before to this one. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** All steps in their order; never changed once released, only added to. */
export const migrations: readonly Migration[] = [
  initial,
  ledgers,
  readings,
  captureSpeed,
  forgetting,
  outboxStatus,
];
