import type { CannedText, StaleReason } from '#shared/domain/cannedResponse.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { listDeadLinks, listForeignHosts } from '../guards/foreignLink.ts';
import { type CannedFigures, listEditedTexts } from '../store/cannedFigures.ts';
import type { StoredCanned } from '../store/cannedResponses.ts';
import { getSettings, type StoredSettings } from '../store/settings.ts';
import { findContradiction } from './findContradiction.ts';
import { findPastDate } from './pastDates.ts';

type Ctx = Pick<EngineContext, 'db' | 'clock'>;

const OLD_MS = 365 * DAY_MS;
/** Fewer uses say nothing about a wording. */
const LEAST_USES = 5;
const EDITED_SHARE = 0.8;
/** What may have a link; the exact test takes longer. */
const maybeLink = /[\p{L}\p{N}]\.\p{L}{2,}/u;

/** Returns a function that tells why a canned response should be read again before it is used. */
export function createStaleDetector(
  ctx: Ctx,
): (canned: StoredCanned, figures: CannedFigures | undefined) => StaleReason[] {
  const settings = getSettings(ctx.db);
  return (canned, figures) => [
    ...findOld(canned, ctx.clock.now()),
    ...findEdited(ctx, canned, figures),
    ...canned.texts.flatMap((text) => findInText(ctx, settings, canned, text)),
  ];
}

function findOld({ updatedAt, lastUsedAt }: StoredCanned, now: number): StaleReason[] {
  const since = Math.max(updatedAt, lastUsedAt ?? 0);
  return now - since > OLD_MS ? [{ code: 'old', since }] : [];
}

function findEdited(ctx: Ctx, canned: StoredCanned, figures: CannedFigures | undefined): StaleReason[] {
  const { uses = 0, edited = 0 } = figures ?? {};
  if (edited === 0) return [];
  const contradiction = findContradiction(canned.texts, listEditedTexts(ctx.db, canned.id, LEAST_USES));
  return [
    ...(uses >= LEAST_USES && edited >= uses * EDITED_SHARE
      ? [{ code: 'alwaysEdited', edited, uses } as const]
      : []),
    ...(contradiction ? [{ code: 'contradicted', ...contradiction } as const] : []),
  ];
}

function findInText(
  { db, clock }: Ctx,
  settings: StoredSettings,
  { updatedAt }: StoredCanned,
  { language, text }: CannedText,
): StaleReason[] {
  const ctx = { db, clock, settings };
  const [hosts, dead] = maybeLink.test(text)
    ? [listForeignHosts(ctx, text), listDeadLinks(ctx, text)]
    : [[], []];
  const date = findPastDate(text, updatedAt, clock.now());
  return [
    ...hosts.map((host) => ({ code: 'foreignLink', host, language }) as const),
    ...dead.map((address) => ({ code: 'deadLink', address, language }) as const),
    ...(date === null ? [] : [{ code: 'pastDate', date, language } as const]),
  ];
}
