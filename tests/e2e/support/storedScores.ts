import path from 'node:path';
import { getCurrentAgent } from '#engine/store/agents.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { DAY_MS } from '#shared/time.ts';
import { captureAll } from '../../../bench/ingest.ts';
import { createCaptureContext, openWorkspace } from '../../../bench/workspace.ts';
import { storeSurvey } from '../../engine/surveys/storedSurveys.ts';
import { someMessage } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';

const SURVEYS = 480;

/**
 * Stores surveys of the last 180 days before Perch starts: 240 of each scale in each half, of which every third has no score. In the
 * later half 9 of 10 customers are content, before that half of them.
 */
export async function storeScores(userData: string): Promise<void> {
  const db = openWorkspace(path.join(userData, 'workspaces', 'demo'));
  const now = Date.now();
  const at = now - 200 * DAY_MS;
  const xId = snowflake(at);
  const first = someMessage({ text: 'Hello', at, xId, versionXId: xId, threadId: xId, personId: '1' });
  await captureAll(createCaptureContext(db))([first]);
  const handledBy = getCurrentAgent(db).id;
  for (let n = 0; n < SURVEYS; n += 1) {
    const daysAgo = n < SURVEYS / 2 ? 1 + n / 3 : 95 + (n - SURVEYS / 2) / 3;
    const sentAt = now - Math.floor(daysAgo * DAY_MS);
    for (const scale of ['csat', 'nps'] as const) {
      storeSurvey(db, { scale, sentAt, handledBy, ...(n % 3 === 2 ? {} : toResponse(n, scale)) });
    }
  }
  db.close();
}

function toResponse(n: number, scale: SurveyScale) {
  const isContent = n < SURVEYS / 2 ? n % 10 !== 1 : n % 2 === 0;
  if (isContent) return { score: scale === 'csat' ? 5 : 9 + (n % 2), comment: `Quick help ${n}` };
  return { score: scale === 'csat' ? 2 : n % 7, comment: `Too slow ${n}` };
}
