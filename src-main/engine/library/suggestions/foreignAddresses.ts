import type { Part, PartFinder } from './adaptReply.ts';
import { listAddresses } from './addressOf.ts';

/** Parameters that belong to one person, or only say where somebody came from. */
const personal =
  /^(?:utm_.*|_g[al]|mc_.*|[a-z]*clid|visit_id|hl|rd|linkid|zcid|(?:first|last|user|full|display|sur)?_?name|.*(?:order|bestel|commande|customer|client|klant|account|member|e?mail|phone|token|apikey|hash|session|track|parcel|shipment|invoice|factu|booking|reserv|ticket|order_?(?:id|nr|no|number)).*|(?:user|customer|client|case|ticket)_?(?:id|nr|no|number)?|sid|uid|cid|sig|key|code|ref|to|recipient.*)$/iu;

/** Paths that lead to the things of one person. */
const personalPath =
  /\/(?:orders?|bestelling(?:en)?|commandes?|track(?:ing)?|trace|parcels?|shipments?|invoices?|factu(?:ur|re)s?|bookings?|reserv\w*|tickets?|cases?|users?|customers?|u|requests)\/[^/]*\d/iu;

/**
 * The addresses of a reply. Those of documents stay, written out, without what is about one person; one that leads to the things of a
 * person, or repeats what that person wrote, is a variable.
 */
export const findAddresses: PartFinder = ({ text, links, handle }, { asked }) => {
  const told = toToldTokens(asked, handle);
  return listAddresses(text, links).map(({ start, end, url }): Part => {
    const cleaned = toDocumentUrl(url, told);
    return { start, end, written: cleaned ?? '{link}' };
  });
};

function toDocumentUrl(address: string, told: readonly string[]): string | null {
  const url = URL.parse(address);
  if (url?.username !== '' || personalPath.test(url.pathname)) return null;
  for (const [name, value] of [...url.searchParams]) {
    if (personal.test(name) || value.includes('@') || isTold(value, told)) url.searchParams.delete(name);
  }
  if (isTold(decode(url.pathname), told) || /@/u.test(decode(url.pathname)) || isTold(url.hash, told))
    return null;
  // As it was written where nothing was left out: URL changes the case and adds slashes.
  const isWhole = url.search.length === (URL.parse(address)?.search.length ?? 0);
  return (isWhole ? address : url.href).replace(/[{}]/gu, encodeURIComponent);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const isTold = (text: string, told: readonly string[]): boolean => {
  const lower = text.toLowerCase();
  return told.some((token) => lower.includes(token));
};

/** Numbers, e-mail addresses and the handle: what a person wrote that could be part of an address. */
function toToldTokens(asked: readonly string[], handle: string): string[] {
  const withoutLinks = asked.map((text) => text.replace(/\S+\/\S+/gu, ' '));
  const found = withoutLinks.flatMap((text) => text.match(/[^\s@]+@[^\s@]+|[\w-]*\d[\w-]*/gu) ?? []);
  const handles = handle.length >= 4 ? [handle.toLowerCase()] : [];
  const isNumber = (token: string) =>
    token.replace(/\D/gu, '').length >= 4 && !/^(?:19|20)\d\d$/u.test(token);
  return [...found.filter((token) => token.includes('@') || isNumber(token)), ...handles].map((token) =>
    token.toLowerCase(),
  );
}
