import { z } from 'zod';
import { foldText } from '../foldText.ts';
import { Channel } from './reply.ts';
import { AttachedFile, ReplyFile } from './replyFile.ts';
import { ReplyLanguage } from './replyLanguage.ts';
import { SurveyScale } from './survey.ts';

/** The most characters of each part of a canned response, and of a private message. */
export const cannedLimits = { title: 200, shortcut: 60, folder: 200, text: 10_000 } as const;

/** The longest text for which canned responses can be searched. */
export const MAX_CANNED_QUERY = 200;

const visible = /[^\p{C}\p{Z}\p{M}]/u;
/** Without what no file and no other program keeps: control characters, halves of a character, and other ends of a line. */
const toClean = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}|\p{Cs}|\uFFFD|\uFEFF/gu, '');
const toLine = (text: string) =>
  toClean(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** The title as somebody typed it, on one line. */
export const CannedTitle = z
  .string()
  .overwrite(toLine)
  .min(1)
  .max(cannedLimits.title)
  .regex(visible, 'has nothing that can be seen');

/** Letters, digits, `-` and `_`. The character that opens the picker is left out where somebody typed it. */
export const CannedShortcut = z
  .string()
  .overwrite((text) => toClean(text).trim().replace(/^[/;]/, '').normalize('NFC'))
  .min(1)
  .max(cannedLimits.shortcut)
  .regex(/^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_-]*$/u, 'has other characters than letters, digits, - and _');

/** The names of a folder and of those that it is in, such as `Shipping/Returns`; empty for none. */
export const CannedFolder = z
  .string()
  .overwrite((path) => toLine(path).split('/').map(toLine).filter(Boolean).join('/'))
  .max(cannedLimits.folder);

/** One wording. Null stands for any language, and for both channels. */
export const CannedText = z.strictObject({
  language: ReplyLanguage.nullable(),
  channel: Channel.nullable(),
  text: z.string().overwrite(toClean).max(cannedLimits.text).regex(visible, 'is empty'),
});
export type CannedText = z.infer<typeof CannedText>;

const keyOf = ({ language, channel }: CannedText) => `${language}/${channel}`;

/** At least one wording, and at most one for each language and channel. */
export const CannedTexts = z
  .array(CannedText)
  .min(1)
  .refine(
    (texts) => new Set(texts.map(keyOf)).size === texts.length,
    'has two texts for one language and channel',
  );

/** What the search takes a shortcut for: no two canned responses have shortcuts that differ in case or accents only. */
export const toShortcutKey = (shortcut: string): string =>
  foldText(shortcut.normalize('NFC')).replace(/\s/g, '').toLowerCase();

/** The pictures of a canned response, in their order, by their ids from `media.add`; on no channel X takes more. */
export const CannedImages = z.array(AttachedFile).max(4);

/** Why a canned response should be read again before it is used. */
export const StaleReason = z.discriminatedUnion('code', [
  /** Nobody has changed or used it since then. */
  z.object({ code: z.literal('old'), since: z.number() }),
  /** `edited` of the last `uses` times the agent changed the text before sending it. */
  z.object({ code: z.literal('alwaysEdited'), edited: z.number().int(), uses: z.number().int() }),
  /** A link leads away from the company's own hosts. */
  z.object({ code: z.literal('foreignLink'), host: z.string(), language: ReplyLanguage.nullable() }),
  /** It links to a page that was not there when X looked last, which it does when somebody posts the link. */
  z.object({ code: z.literal('deadLink'), address: z.string(), language: ReplyLanguage.nullable() }),
  /** It names a day that is over; `date` is as it is written. */
  z.object({ code: z.literal('pastDate'), date: z.string(), language: ReplyLanguage.nullable() }),
  /** Agents lately changed it in the same way each time: what they sent last, and how often in a row. */
  z.object({ code: z.literal('contradicted'), text: z.string(), count: z.number().int(), at: z.number() }),
]);
export type StaleReason = z.infer<typeof StaleReason>;

/** How many of the scores of one scale were high: satisfied (4 and 5 of CSAT), or promoters (9 and 10 of NPS). */
const CannedScores = z.object({ scale: SurveyScale, high: z.number().int(), all: z.number().int() });

/** A reply text that stands in the library for reuse, in one or more wordings. */
export const CannedResponse = z.object({
  id: z.string(),
  title: z.string(),
  /** Without the `/` that opens the picker; null if it has none. */
  shortcut: z.string().nullable(),
  /** Empty, or a path such as `Shipping/Returns`. */
  folder: z.string(),
  texts: z.array(CannedText),
  /** As they are attached to a reply. */
  images: z.array(ReplyFile),
  /** Whether it promises something, such as a refund; while crisis mode is on it cannot be used. */
  isPromise: z.boolean(),
  /** How many replies with it were sent. */
  uses: z.number().int(),
  lastUsedAt: z.number().nullable(),
  /** Of the conversations in which it was sent: resolved without another question, and asked again. */
  outcome: z.object({
    resolved: z.number().int(),
    askedAgain: z.number().int(),
    /** Of the surveys after it; a scale with fewer scores than `minimumForFigures` is left out. */
    scores: z.array(CannedScores),
  }),
  /** Empty if nothing speaks against it. */
  stale: z.array(StaleReason),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Who created it. */
  createdBy: z.string(),
});
export type CannedResponse = z.infer<typeof CannedResponse>;
