#!/usr/bin/env bash
# Finding: with spell check off, Electron asks Google for a dictionary at each start
#
# Package:   electron 33.2.1 on Linux; issue 22995 of electron/electron reports it for other versions
# Guess:     `webPreferences: { spellcheck: false }` means that no dictionary is loaded, and so none is downloaded.
# Behaviour: dictionaries belong to the session, not to the window. Every session begins to download the one of the system's language
#            from redirector.gvt1.com as soon as it exists. `setSpellCheckerEnabled(false)` right after `ready` does not stop it;
#            `setSpellCheckerLanguages([])` does, if it is called while the session is created. `webRequest` does not see the request.
# Seen:      spellcheck: false: spellcheck-dictionary-download-begin en-US; without languages: nothing
# Matters:   an application that promises to talk to one service only talks to another one at each start, and its own tests, which
#            watch the requests of the session, do not notice.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true, "main": "main.cjs" }' > package.json
# ELECTRON_OVERRIDE_DIST_PATH may name an Electron that is already there.
npm install --no-audit --no-fund --silent electron@45.4.1

cat > main.cjs <<'JS'
const { app, BrowserWindow, session } = require('electron');

const begun = [];
app.setPath('userData', process.env.FINDING_DATA);
app.on('session-created', (created) => {
  created.on('spellcheck-dictionary-download-begin', (_event, language) => begun.push(language));
  if (process.env.FINDING_LANGUAGES === 'none') created.setSpellCheckerLanguages([]);
});
app.whenReady().then(async () => {
  if (process.env.FINDING_LANGUAGES === 'off') session.defaultSession.setSpellCheckerEnabled(false);
  const window = new BrowserWindow({ show: false, webPreferences: { spellcheck: false } });
  await window.loadURL('data:text/html,<textarea></textarea>');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  console.log(`downloads: ${begun.join(' ') || 'none'}`);
  app.quit();
});
JS

run() {
  local display=()
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then display=(xvfb-run -a); fi
  local sandbox=()
  if [ "$(id -u)" = 0 ]; then sandbox=(--no-sandbox); fi
  FINDING_DATA=$(mktemp -d -p "$dir") FINDING_LANGUAGES=$1 "${display[@]}" npx electron . "${sandbox[@]}" 2>/dev/null | grep '^downloads:'
}

as_it_is=$(run system)
off=$(run off)
without=$(run none)
printf 'spellcheck: false            %s\nsetSpellCheckerEnabled       %s\nsession without languages    %s\n' "$as_it_is" "$off" "$without"
[[ $as_it_is != 'downloads: none' && $off != 'downloads: none' && $without == 'downloads: none' ]]
