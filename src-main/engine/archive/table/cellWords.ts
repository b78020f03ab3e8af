import { readLinkedHandle } from '#shared/domain/linkedHandle.ts';
import type { MessageKind } from '#shared/domain/message.ts';

const incoming =
  /^(?:in|inbound|incoming|received?|customer|contact|end[ _-]?user|user|requester|client|klant|inkomend|binnenkomend|ontvangen|entrante?|reçue?|0)$/i;
const outgoing =
  /^(?:out|outbound|outgoing|sent|agent|admin|team|brand|staff|reply|operator|medewerker|uitgaand|verzonden|verstuurd|sortante?|envoyée?|1)$/i;
const automatic = /^(?:system|activity|template|bot|note|2|3)$/i;

/** What a word says about who wrote a message; null if it says nothing. Chatwoot's numbers are 0 to 3. */
export function readDirection(cell: string): 'in' | 'out' | 'system' | null {
  const word = cell.trim();
  if (incoming.test(word)) return 'in';
  if (outgoing.test(word)) return 'out';
  return automatic.test(word) ? 'system' : null;
}

const elsewhere =
  /facebook|instagram|linkedin|whatsapp|messenger|telegram|tiktok|youtube|threads|bluesky|mastodon|e-?mail|\bsms\b|phone|web ?widget|\bchat\b|\bnote\b/i;
const privately = /direct|\bdms?\b|private|privé|_dm\b/i;
const publicly = /status|tweet|mention|public|reply|\bpost\b|comment|retweet|quote/i;

/** What a word says about where a message was written: on another network, as post or private message; null if it says nothing. */
export function readChannel(cell: string): MessageKind | 'elsewhere' | null {
  if (privately.test(cell)) return 'dm';
  if (publicly.test(cell)) return 'post';
  return elsewhere.test(cell) ? 'elsewhere' : null;
}

/** Whether a column names a network other than X. */
export const isOtherNetwork = (cell: string): boolean => cell.trim() !== '' && elsewhere.test(cell);

/** Whether a cell says yes; an empty one does not. */
export const isYes = (cell: string): boolean => /^(?:true|t|yes|y|ja|oui|1)$/i.test(cell.trim());
export const isNo = (cell: string): boolean => /^(?:false|f|no|n|nee|non|0)$/i.test(cell.trim());

/** The handle in a cell: `@anna`, `Anna (@anna)` or an address on X; with `isBare` also `anna`. */
export function readHandle(cell: string, isBare: boolean): string | null {
  const text = cell.trim();
  const linked = readLinkedHandle(text);
  if (linked !== null) return linked;
  const named = /(?:^|[\s(,])@(\w{1,15})(?!\w|\.\w)/.exec(text)?.[1];
  return named ?? (isBare && /^\w{1,15}$/.test(text) ? text : null);
}

/** All handles in a cell, in their order. */
export const readHandles = (cell: string, isBare: boolean): string[] =>
  cell.split(/[,;]/).flatMap((part) => readHandle(part, isBare) ?? []);

const status = /(?:x|twitter)\.com\/(?:i\/web|\w+)\/status(?:es)?\/(\d{15,19})/i;

/** X's id in a cell, and whether an address says that it is that of a post. */
export function readXId(cell: string): { readonly id: string; readonly isPost: boolean } | null {
  const address = status.exec(cell)?.[1];
  if (address !== undefined) return { id: address, isPost: true };
  const bare = /^'?(\d{15,19})$/.exec(cell.trim())?.[1];
  return bare === undefined ? null : { id: bare, isPost: false };
}
