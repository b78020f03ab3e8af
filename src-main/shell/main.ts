import path from 'node:path';
import { app, dialog } from 'electron';
import { systemClock } from '#shared/systemClock.ts';
import { keepRunning } from './appLifecycle.ts';
import { toLocations } from './base/locations.ts';
import { createFileLog, type Log } from './base/log.ts';
import { type CommandLine, readCommandLine } from './commandLine.ts';
import { Perch } from './perch.ts';
import { registerSchemes } from './protocols/appProtocol.ts';

const read = readCommandLine(process.argv.slice(1), process.env);
if (read.ok) begin(read.value);
else {
  process.stderr.write(`perch: ${read.error}\n`);
  app.exit(2);
}

function begin(commandLine: CommandLine): void {
  if (commandLine.userData) app.setPath('userData', path.resolve(commandLine.userData));
  // Together with --no-sandbox this would make Chromium's network process crash for ever.
  if (!commandLine.noSandbox) app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  registerSchemes();
  warnWithoutSqlite();
  const log = createFileLog(path.join(app.getPath('userData'), 'logs', 'perch.log'), systemClock.now);
  // Awaited by `then`: Electron holds `ready` back until this module has been evaluated.
  void app
    .whenReady()
    .then(() => Perch.start({ commandLine, locations: toLocations(import.meta.dirname), log }))
    .then(
      (perch) => keepRunning(app, perch, process.platform),
      (bug) => giveUp(bug, log),
    );
}

/** Without a window nobody could end this process, and while it runs no other Perch could start. */
function giveUp(bug: unknown, log: Log): void {
  const reason = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  log('Perch could not start', { reason });
  dialog.showErrorBox('Perch could not start', reason);
  app.exit(1);
}

/** Before Node-API 10 the engine's SQLite needs a binary of its own. */
function warnWithoutSqlite(): void {
  if (Number(process.versions.napi) >= 10 || process.env.PERCH_SQLITE_BINDING) return;
  process.stderr.write(
    'perch: this Electron is too old for the store unless PERCH_SQLITE_BINDING names one\n',
  );
}
