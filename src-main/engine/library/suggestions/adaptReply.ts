import type { Link } from '#shared/domain/message.ts';
import { toWrittenText } from '#shared/domain/variables.ts';
import type { LocateFacts } from '../../guards/personal/detector.ts';
import { findAddresses } from './foreignAddresses.ts';
import { findMarks } from './foreignMarks.ts';
import { findNames } from './foreignNames.ts';
import { findNumbers } from './foreignNumbers.ts';

/** A reply as it was sent to somebody. */
export interface SentReply {
  readonly text: string;
  readonly links: readonly Link[];
  /** The person to whom it went. */
  readonly handle: string;
  readonly name: string;
}

/** What else tells the parts of a reply that are about this one person. */
export interface ReplyContext {
  /** What the person wrote in that conversation. */
  readonly asked: readonly string[];
  /** The names of all agents. */
  readonly agents: readonly string[];
  /** The account's own handle, without @. */
  readonly own: string;
  /** How personal data is recognised. */
  readonly facts: LocateFacts;
  /** Whether a word occurs in conversations with many others, as products do. */
  readonly isCommon: (word: string) => boolean;
}

/** A part of a text, in UTF-16 units with the end exclusive, and what stands in its place: a variable, something fixed, or nothing. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** Finds parts of a text that are about one person. They may overlap what others found, which comes first. */
export type PartFinder = (reply: SentReply, context: ReplyContext) => readonly Part[];

/** From the surest to the least sure. */
const finders: readonly PartFinder[] = [findAddresses, findMarks, findNumbers, findNames];

/**
 * A reply without what is about the person to whom it went: handles, names, numbers, sums, dates, addresses, e-mail and phones are variables,
 * or cut like the mark of the agent. What remains is written text, in which variables are filled later.
 */
export function adaptReply(reply: SentReply, context: ReplyContext): string {
  const parts: Part[] = [];
  for (const find of finders) {
    for (const part of find(reply, context)) {
      if (!parts.some(({ start, end }) => part.start < end && start < part.end)) parts.push(part);
    }
  }
  let written = '';
  let readTo = 0;
  for (const { start, end, written: instead } of parts.toSorted((a, b) => a.start - b.start)) {
    written += toWrittenText(reply.text.slice(readTo, start)) + instead;
    readTo = end;
  }
  return tidy(written + toWrittenText(reply.text.slice(readTo)));
}

/** Removes what is left of a cut: double spaces, spaces in front of punctuation, the parts of an address. */
const tidy = (text: string): string =>
  text
    .replace(/\{address\}(?:[\s,]+\{address\})+/gu, '{address}')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/[^\S\n]+([,.!?](?:\s|$))/gu, '$1')
    .replace(/^[\s,;:.!-]+/u, '')
    .trim();
