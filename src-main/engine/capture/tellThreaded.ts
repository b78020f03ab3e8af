import type { Threaded } from '../conversations/placeRound.ts';
import type { CaptureContext } from './captureContext.ts';

/** Tells which conversations a threading opened and changed. */
export function tellThreaded(ctx: Pick<CaptureContext, 'emit'>, { opened, changed }: Threaded): void {
  if (opened.length > 0) ctx.emit({ name: 'conversations.opened', params: { ids: [...opened] } });
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: [...changed] } });
}
