import { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { parseJson } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** The settings but the name and initials of the agent, which are in `agents.ts`. */
export type StoredSettings = Omit<WorkspaceSettings, 'agentName' | 'initials'>;

const SomeSettings = WorkspaceSettings.omit({ agentName: true, initials: true }).partial();

const defaults: StoredSettings = {
  signedChannels: [],
  responseTargetMinutes: 60,
  reopenHours: 72,
  undoSeconds: 10,
  officeHours: null,
  captureQuotes: true,
  deletionChecks: 'thrifty',
  replyLanguages: ['en', 'nl', 'fr'],
  spikeSensitivity: 'normal',
  dueWarningMinutes: 15,
  guardsOff: [],
  servedCountries: null,
  ownPatterns: [],
  companyLinks: [],
  ownPublicData: [],
};

/** The workspace's settings; the default for each value that is missing or fails validation. */
export function getSettings(db: Db): StoredSettings {
  return parseSettings(listSettingRows(db));
}

interface SettingRow {
  readonly name: string;
  readonly value: string;
}

/** Everything in the table of settings, also what the contract does not know. */
export const listSettingRows = (db: Db): SettingRow[] =>
  all<SettingRow>(db, 'SELECT name, value FROM settings');

/** The settings in some rows; the default for each other value, and for each that fails validation. */
export function parseSettings(rows: readonly SettingRow[]): StoredSettings {
  return Object.assign({ ...defaults }, ...rows.map(({ name, value }) => parseSetting(name, value)));
}

/** Stores some settings and leaves the others as they are. */
export function putSettings(db: Db, changed: Partial<StoredSettings>): void {
  for (const [name, value] of Object.entries(changed)) putSetting(db, name, value);
}

/** One setting as parsed JSON; null if it was never set, or is damaged. */
export function getSetting(db: Db, name: string): unknown {
  const row = get<{ value: string }>(db, 'SELECT value FROM settings WHERE name = ?', name);
  return row ? (parseJson(row.value) ?? null) : null;
}

/** Stores one setting as JSON. */
export function putSetting(db: Db, name: string, value: unknown): void {
  const text = `INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value`;
  run(db, text, name, JSON.stringify(value));
}

export function deleteSetting(db: Db, name: string): void {
  run(db, 'DELETE FROM settings WHERE name = ?', name);
}

function parseSetting(name: string, value: string): object {
  const parsed = parseJson(value);
  return parsed === undefined ? {} : (SomeSettings.safeParse({ [name]: parsed }).data ?? {});
}
