import path from 'node:path';
import { app, dialog } from 'electron';
import { systemClock } from '#shared/systemClock.ts';
import { manageLifecycle } from './appLifecycle.ts';
import { APP_ID } from './base/appId.ts';
import { toLocations } from './base/locations.ts';
import { createFileLog, type Log } from './base/log.ts';
import { type CommandLine, readCommandLine, refuseDebugging } from './commandLine.ts';
import { Perch } from './perch.ts';
import { deleteLeftPages } from './printing/htmlToPdf.ts';
import { registerSchemes } from './protocols/pages.ts';
import { refuseDictionaries } from './security/refuseDictionaries.ts';

const commandLine = readCommandLine(process.argv.slice(1), process.env);
const refusal = refuseDebugging(app.isPackaged, (name) => app.commandLine.hasSwitch(name));
if (refusal !== null) exitWithUsage(refusal);
else if (!commandLine.ok) exitWithUsage(commandLine.error);
else start(commandLine.value);

function exitWithUsage(reason: string): void {
  process.stderr.write(`perch: ${reason}\n`);
  app.exit(2);
}

function start(commandLine: CommandLine): void {
  if (commandLine.userData) app.setPath('userData', path.resolve(commandLine.userData));
  if (process.platform === 'win32' && app.isPackaged) app.setAppUserModelId(APP_ID);
  // Combined with --no-sandbox, this makes Chromium's network process crash again and again.
  if (!commandLine.noSandbox) app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  void deleteLeftPages();
  refuseDictionaries(app, process.platform);
  registerSchemes();
  warnWithoutSqlite();
  const log = createFileLog(path.join(app.getPath('userData'), 'logs', 'perch.log'), systemClock.now);
  // No top-level await: Electron is not ready before this module has been evaluated.
  void app
    .whenReady()
    .then(() => Perch.start({ commandLine, locations: toLocations(import.meta.dirname), log }))
    .then(
      (perch) => manageLifecycle(app, perch, process.platform),
      (bug) => exitWithError(bug, log),
    );
}

/** Exits, since without a window nobody could quit this process, and while it runs Perch cannot be started again. */
function exitWithError(bug: unknown, log: Log): void {
  const reason = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  log('shell.startFailed', { reason });
  dialog.showErrorBox('Perch could not start', reason);
  app.exit(1);
}

/** The engine's SQLite is built for Node-API 10; an older Electron needs another binary. */
function warnWithoutSqlite(): void {
  if (Number(process.versions.napi) >= 10 || process.env.PERCH_SQLITE_BINDING) return;
  process.stderr.write(
    'perch: this Electron is too old for the store unless PERCH_SQLITE_BINDING names one\n',
  );
}
