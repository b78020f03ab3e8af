import { markPattern, partNumber, signedName } from '#shared/domain/initials.ts';
import type { Part, PartFinder, SentReply } from './adaptReply.ts';
import { anyCase } from './anyCase.ts';

const leadingHandles = /^(?:\s*\.?@\w{1,15}[,:]?)+/u;
const handlePattern = /(?<![\p{L}\p{N}_.])@(\w{1,15})/gu;
const leadingPart = new RegExp(String.raw`^(?:\s*\.?@\w{1,15})*\s*${partNumber}(?=\s)`, 'u');
const trailingPart = new RegExp(String.raw`\s${partNumber}\s*$`, 'u');

/** A name alone behind the last sentence. */
const alone = /(?<=[.!?)…])\s+(\p{Lu}\p{Ll}+)\s*$/u;
const closings = anyCase(
  'regards|cheers|best wishes|sincerely|thanks|thank you|gr|groet|groeten|groetjes|grtjes|mvg|cordialement|amicalement|bientôt|bientot|à vous|salutations|merci|bedankt',
);
/** A closing and the name behind it. */
const closing = new RegExp(
  String.raw`(?<!\p{L})(?:${closings})[,.!]?\s+(${signedName}(?:\s+(?:from|van|at|bij|chez)\s+.{1,40})?)\s*$`,
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
    ...cut(markPattern, text),
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
