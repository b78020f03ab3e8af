// Stands in for Electron's own default_app.asar: `electron [switches] <folder or file> [arguments]`.
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const entry = readArguments(process.argv.slice(1));
if (entry === null) {
  process.stderr.write('usage: electron [switches] <folder or file> [arguments]\n');
  process.exit(2);
}
await start(path.resolve(entry));

/** Returns the application to run, or null, and loads the modules given with `-r`, through which Playwright attaches. */
function readArguments(args) {
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '-v' || args[i] === '--version') {
      process.stdout.write(`v${process.versions.electron}\n`);
      process.exit(0);
    }
    if (args[i] === '-r' || args[i] === '--require') {
      i += 1;
      Module.createRequire(path.resolve('electron.js'))(args[i]);
    } else if (!args[i].startsWith('-')) return args[i];
  }
  return null;
}

/** Delays `ready` until the application's entry has been evaluated, as Electron does. */
async function start(appPath) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifestPath = path.join(appPath, 'package.json');
  const hasManifest = fs.existsSync(manifestPath);
  if (hasManifest) applyManifest(JSON.parse(fs.readFileSync(manifestPath, 'utf8')));
  const main = Module._resolveFilename(appPath, null, true);
  app.setAppPath(hasManifest ? appPath : path.dirname(main));
  await import(pathToFileURL(main).href);
}

function applyManifest(manifest) {
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setDesktopName?.(manifest.desktopName ?? `${app.name}.desktop`);
}
