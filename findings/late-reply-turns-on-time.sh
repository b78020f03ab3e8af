#!/usr/bin/env bash
# Finding: a conversation that is long overdue is shown as on time
#
# Package:   @chatwoot/utils 0.0.55
# Guess:     evaluateSLAStatus() picks the service level that is most urgent, so a missed one comes before one that still has
#            time, and what is overdue stays overdue until somebody replies.
# Behaviour: it picks the one whose due time is nearest to now, in either direction. Once the first reply is overdue by more
#            than the resolution has left, the conversation goes back from a flame to an alarm clock.
# Seen:      nobody replied for 200 minutes: FRT missed (2h 20m)
#            nobody replied for 300 minutes: RT not missed (3h)
#            nobody replied for 500 minutes: RT missed (20m)
# Matters:   whoever waits longest looks safe for hours, in a team that sorts its morning by the flames. In Perch what is
#            overdue stays so, and the queue is in the order of due times.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @chatwoot/utils@0.0.55

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { evaluateSLAStatus } from '@chatwoot/utils';

const HOUR = 3600;
function look(minutes) {
  const createdAt = Math.floor(Date.now() / 1000) - minutes * 60;
  const { type, threshold, isSlaMissed } = evaluateSLAStatus({
    appliedSla: {
      created_at: createdAt,
      sla_first_response_time_threshold: HOUR,
      sla_next_response_time_threshold: HOUR,
      sla_resolution_time_threshold: 8 * HOUR,
    },
    chat: { status: 'open', first_reply_created_at: 0, waiting_since: createdAt },
  });
  console.log(`nobody replied for ${minutes} minutes: ${type} ${isSlaMissed ? 'missed' : 'not missed'} (${threshold})`);
  return [type, isSlaMissed];
}
assert.deepEqual(look(200), ['FRT', true]);
assert.deepEqual(look(300), ['RT', false]);
assert.deepEqual(look(500), ['RT', true]);
JS
node run.mjs
