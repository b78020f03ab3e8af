#!/usr/bin/env bash
# Finding: loading a word stemmer prints to stdout and reads a .env file
#
# Packages:  natural 8.1.1, together with dotenv 17.4.2
# Guess:     importing a library of stemmers and tokenisers has no effect that can be seen.
# Behaviour: its storage back ends (Redis, Postgres, MongoDB ...) are loaded with it, and each calls
#            dotenv.config(). With dotenv 17 that prints a line with a tip on stdout, so five lines appear, and the
#            variables of a .env file in the current folder become part of process.env, before a word is stemmed.
# Seen:      stdout: 5 lines beside the program's own, each "injected env (n) from .env"; stderr: empty
#            FINDING_SETTING is "from the folder", set by nobody but the .env file of the current folder
# Matters:   an engine that speaks JSON-RPC, one message a line, on stdout has five lines of noise before its first
#            message, and its client gives up. What the engine does also depends on the folder it is started from.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent natural@8.1.1 dotenv@17.4.2
echo 'FINDING_SETTING="from the folder"' > .env

cat > engine.mjs <<'JS'
import natural from 'natural';

const params = { stem: natural.PorterStemmerNl.stem('bestellingen'), setting: process.env.FINDING_SETTING };
console.log(JSON.stringify({ jsonrpc: '2.0', method: 'ready', params }));
JS
cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const { DOTENV_CONFIG_QUIET, FINDING_SETTING, ...env } = process.env;
const { stdout, stderr, status } = spawnSync(process.execPath, ['engine.mjs'], { encoding: 'utf8', env });
assert.equal(status, 0);
const lines = stdout.trim().split('\n');
const noise = lines.slice(0, -1);
for (const line of noise) console.log('stdout:', line.replace(/ \/\/ tip.*/, ' // tip ...'));
console.log('stdout:', lines.at(-1));
assert.equal(noise.length, 5);
assert.ok(noise.every((line) => /injected env \(\d\) from \.env/.test(line)));
assert.equal(stderr, '');
assert.deepEqual(JSON.parse(lines.at(-1)).params, { stem: 'bestell', setting: 'from the folder' });
JS
node run.mjs
