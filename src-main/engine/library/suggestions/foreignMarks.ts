import type { Part, PartFinder, SentReply } from './adaptReply.ts';
import { anyCase } from './anyCase.ts';

const leadingHandles = /^(?:\s*\.?@\w{1,15}[,:]?)+/u;
const handlePattern = /(?<![\p{L}\p{N}_.])@(\w{1,15})/gu;
/** The number of a reply in several parts: 1/2. */
const part = String.raw`\(?\d{1,2}\/\d{1,2}\)?`;
const leadingPart = new RegExp(String.raw`^(?:\s*\.?@\w{1,15})*\s*${part}(?=\s)`, 'u');
const trailingPart = new RegExp(String.raw`\s${part}\s*$`, 'u');

const name = String.raw`\p{Lu}[\p{L}'’.-]{0,20}(?:\s+\p{Lu}[\p{L}'’.-]{0,20})?`;
/** The mark of the agent at the end: ^AB, ~ Anna B., - Anna, /AB. */
const mark = new RegExp(
  String.raw`(?:\s*\^\s?\p{L}[\p{L}.&/-]{0,20}|\s*~\s?${name}|\s[*/—–-]\s?${name})(?:\s+${part})?\s*$`,
  'u',
);
/** A name alone behind the last sentence. */
const alone = /(?<=[.!?)…])\s+(\p{Lu}\p{Ll}+)\s*$/u;
const closings = anyCase(
  'regards|cheers|best wishes|sincerely|thanks|thank you|gr|groet|groeten|groetjes|grtjes|mvg|cordialement|amicalement|bientôt|bientot|à vous|salutations|merci|bedankt',
);
/** A closing and the name behind it. */
const closing = new RegExp(
  String.raw`(?<!\p{L})(?:${closings})[,.!]?\s+(${name}(?:\s+(?:from|van|at|bij|chez)\s+.{1,40})?)\s*$`,
  'u',
);
const isClosing = new RegExp(`^(?:${closings})$`, 'u');

/** Handles, the marks of agents and the numbers of parts. */
export const findMarks: PartFinder = (reply, { own }) => {
  const { text } = reply;
  const signed = alone.exec(text);
  const isSigned = signed?.[1] !== undefined && !isClosing.test(signed[1]);
  return [
    ...cut(leadingPart, text),
    ...cut(leadingHandles, text),
    ...cut(mark, text),
    ...cut(trailingPart, text),
    ...cutName(closing.exec(text)),
    ...(isSigned ? cutName(signed) : []),
    ...findHandles(reply, own),
  ];
};

function cut(pattern: RegExp, text: string): Part[] {
  const match = pattern.exec(text);
  return match ? [{ start: match.index, end: match.index + match[0].length, written: '' }] : [];
}

function cutName(match: RegExpExecArray | null): Part[] {
  if (!match) return [];
  const end = match.index + match[0].length;
  const found = match[0].trimEnd();
  return [{ start: match.index + found.length - (match[1]?.length ?? 0), end, written: '' }];
}

function findHandles({ text, handle }: SentReply, own: string): Part[] {
  return [...text.matchAll(handlePattern)].flatMap(({ 0: match, 1: name = '', index }) => {
    if (name.toLowerCase() === own.toLowerCase()) return [];
    const isPerson = name.toLowerCase() === handle.toLowerCase();
    return [{ start: index, end: index + match.length, written: isPerson ? '@{handle}' : '{account}' }];
  });
}
