import type { CannedResponse } from '#shared/domain/cannedResponse.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import type { EngineContext } from '../context/context.ts';
import { getCannedFigures } from '../store/cannedFigures.ts';
import { getCanned, type StoredCanned } from '../store/cannedResponses.ts';
import { getCannedScores } from '../store/cannedScores.ts';
import type { StoredImages } from '../store/cannedState.ts';
import type { Db } from '../store/open.ts';
import { listReplyFiles } from '../store/replyFiles.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { createStaleDetector } from './findStale.ts';

type Ctx = Pick<EngineContext, 'db' | 'clock'>;

/** Canned responses as the contract shows them: with how they did, and what speaks against them. */
export function toCannedResponses(ctx: Ctx, stored: readonly StoredCanned[]): CannedResponse[] {
  const used = stored.flatMap(({ id, uses }) => (uses > 0 ? [id] : []));
  const figures = getCannedFigures(ctx.db, used);
  const allScores = getCannedScores(ctx.db, used, getSurveySettings(ctx.db).minimumForFigures);
  const findStale = createStaleDetector(ctx);
  return stored.map((one) => {
    const { rowId, deletedAt, images, ...canned } = one;
    const { resolved = 0, askedAgain = 0 } = figures.get(one.id) ?? {};
    const stale = findStale(one, figures.get(one.id));
    const outcome = { resolved, askedAgain, scores: allScores.get(one.id) ?? [] };
    return { ...canned, images: listImages(ctx.db, images), outcome, stale };
  });
}

/** The pictures of a canned response that are still there. */
export const listImages = (db: Db, images: StoredImages): ReplyFile[] =>
  images.length === 0 ? [] : images.flatMap((image) => listReplyFiles(db, [image]).files);

/** One canned response, also a deleted one; null if there is none. */
export function getCannedResponse(ctx: Ctx, id: string): CannedResponse | null {
  const stored = getCanned(ctx.db, id);
  return stored && (toCannedResponses(ctx, [stored])[0] ?? null);
}
