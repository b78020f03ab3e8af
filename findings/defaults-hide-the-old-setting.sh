#!/usr/bin/env bash
# Finding: a new default hides the user's old setting from the migration that should carry it over
#
# Package:   conf 16.0.0 (electron-store 12 is built on it)
# Guess:     a migration sees the file as the older version left it; defaults fill in afterwards what is missing.
# Behaviour: defaults are merged in first. In the migration `has('theme')` is true and `get('theme')` gives the
#            default, although the file has no such key. The usual "if the new key is not there, take the old one"
#            never runs, the old key is deleted, and the user's choice is gone. Nested objects are different again:
#            they are replaced and not merged, so there the default of a missing inner key is absent.
# Seen:      file {"dark":true}; in the migration: has true, value "light"; afterwards {"theme":"light"}
#            file {"window":{"width":900}} with default {"width":1200,"height":800}: {"width":900}
# Matters:   a rename of a preference (appearance, office hours, which events notify) silently resets it for
#            everybody who updates, and nothing in the file tells that it was ever different.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent conf@16.0.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import Conf from 'conf';

function open(file, options) {
  const cwd = mkdtempSync(`${process.cwd()}/settings-`);
  writeFileSync(`${cwd}/config.json`, file);
  return new Conf({ cwd, projectName: 'finding', projectVersion: '2.0.0', ...options });
}

let seen;
const file = '{"dark":true}';
const store = open(file, {
  defaults: { theme: 'light' },
  migrations: {
    '2.0.0': (old) => {
      seen = { has: old.has('theme'), value: old.get('theme') };
      if (!old.has('theme')) old.set('theme', old.get('dark') ? 'dark' : 'light');
      old.delete('dark');
    },
  },
});
const after = JSON.stringify({ ...store.store });
console.log(`file ${file}; in the migration: has ${seen.has}, value "${seen.value}"; afterwards ${after}`);
assert.deepEqual(seen, { has: true, value: 'light' });
assert.equal(after, '{"theme":"light"}');

const nested = open('{"window":{"width":900}}', { defaults: { window: { width: 1200, height: 800 } } });
console.log(`nested: ${JSON.stringify(nested.get('window'))}`);
assert.deepEqual(nested.get('window'), { width: 900 });
JS
node run.mjs
