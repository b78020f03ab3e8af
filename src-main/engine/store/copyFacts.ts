import type { BackupFacts } from '#shared/domain/backup.ts';
import type { StoreCopy } from './copies.ts';
import { openDatabase } from './nativeBinding.ts';
import type { Db } from './open.ts';
import { timeOfRowId } from './rowIds.ts';
import { get } from './sql.ts';

/** What is in a sound copy, and what the store has besides: more messages, and what agents have done since. */
export function readCopyFacts(db: Db, { file, at }: StoreCopy): BackupFacts {
  const { conversations, messages, newest } = readCopy(file);
  const since = 'SELECT count(*) AS n FROM activities WHERE at > ? AND agent IS NOT NULL';
  return {
    conversations,
    messages,
    newestAt: newest === null ? null : timeOfRowId(newest),
    missingMessages: Math.max(0, count(db, 'SELECT count(*) AS n FROM messages') - messages),
    missingActivities: count(db, since, at),
  };
}

const count = (db: Db, text: string, ...values: readonly number[]): number =>
  get<{ n: number }>(db, text, ...values)?.n ?? 0;

interface CopyRow {
  readonly conversations: number;
  readonly messages: number;
  readonly newest: number | null;
}

function readCopy(file: string): CopyRow {
  const copy = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const text = `SELECT (SELECT count(*) FROM conversations) AS conversations, (SELECT count(*) FROM messages) AS messages,
      (SELECT max(id) FROM messages) AS newest`;
    return copy.prepare<[], CopyRow>(text).get() as CopyRow;
  } finally {
    copy.close();
  }
}
