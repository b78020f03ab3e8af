import { toMediaBox } from '../../../messages/mediaBox.ts';
import type { TimelineRow } from './timelineRow.ts';

const LINE = 20;
const SIGNS_A_LINE = 66;
const heights = { beginning: 36, day: 40, boundary: 44, new: 32, system: 28, gap: 54 } as const;

/** The estimated height of a row in pixels, used until it is measured. */
export function estimateRow(row: TimelineRow | undefined): number {
  if (!row) return LINE;
  if (row.kind === 'system' && row.line.type === 'gap') return heights.gap;
  if (row.kind === 'note') return 56 + LINE * Math.min(24, Math.ceil(row.note.text.length / SIGNS_A_LINE));
  if (row.kind !== 'message') return heights[row.kind];
  const { text, media, status } = row.message;
  const lines = text === '' ? 0 : Math.ceil(Math.min(text.length, 2_000) / SIGNS_A_LINE);
  const head = row.starts ? 33 : 0;
  const foot = status === null || status.kind === 'sent' ? 0 : 64;
  return 19 + head + lines * LINE + mediaHeight(media) + foot;
}

function mediaHeight(
  media: readonly { readonly width: number | null; readonly height: number | null }[],
): number {
  const [only] = media;
  if (!only) return 0;
  if (media.length > 1) return 6 + 133 * Math.ceil(media.length / 2);
  const { width, aspectRatio, maxHeight } = toMediaBox(only);
  const [w = 4, h = 3] = aspectRatio.split(' / ').map(Number);
  return 6 + Math.min(maxHeight, (width * h) / w);
}
