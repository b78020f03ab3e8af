// `node scripts/run.mjs start` runs scripts/start.ts. This file is plain JavaScript, so that an outdated Node.js can run it
// and print a helpful message.
import { existsSync } from 'node:fs';

const [script, ...args] = process.argv.slice(2);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  fail(`Node.js 22.18 or later is needed but this is ${process.version}. Install it from https://nodejs.org`);
} else if (!existsSync(new URL('../node_modules/vite', import.meta.url))) {
  fail('the packages are not installed yet. Run: npm install');
} else {
  process.argv.splice(2, process.argv.length, ...args);
  await import(new URL(`${script}.ts`, import.meta.url).href);
}

function fail(text) {
  console.error(`perch: ${text}`);
  process.exitCode = 1;
}
