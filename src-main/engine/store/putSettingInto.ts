import { openDatabase } from './nativeBinding.ts';

/** Stores one setting as JSON in a store that is not in place yet, and so is not opened as one, and is perhaps not migrated. */
export function putSettingInto(file: string, name: string, value: unknown): void {
  const db = openDatabase(file);
  try {
    db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(
      name,
      JSON.stringify(value),
    );
  } finally {
    db.close();
  }
}
