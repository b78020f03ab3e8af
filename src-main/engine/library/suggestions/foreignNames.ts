import type { Part, PartFinder, SentReply } from './adaptReply.ts';
import { anyCase } from './anyCase.ts';
import { findGreetedNames } from './greeting.ts';

const introductions = anyCase(
  "my name is|my name's|my name’s|name is|i am called|mijn naam is|naam is|ik heet|je m'appelle|je m’appelle|mon nom est",
);
/** Where agents, and people, say who they are. */
const introduced = new RegExp(
  String.raw`(?<!\p{L})(?:${introductions})\s+(\p{L}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)?)`,
  'gu',
);
const selves = anyCase(
  "i’m|i'm|im|i am|ik ben|je suis|this is|groet|groetjes|groeten|gr|regards|mvg|thanks|thx|cheers|merci|cordialement",
);
const selfNamed = new RegExp(
  String.raw`(?:(?<!\p{L})(?:${selves})[,!]?\s+|\n\s*[-~]?\s*|-\s)(\p{Lu}[\p{Ll}'’-]+(?:\s+\p{Lu}[\p{Ll}'’-]+)?)`,
  'gu',
);

/** Names of the person and of agents. */
export const findNames: PartFinder = (reply, { asked, agents, isCommon }) => {
  const { text } = reply;
  return [
    ...findGreetedNames(text).map((part) => ({ ...part, written: '{firstName}' })),
    ...findWords(text, namesOf(reply, asked), ({ isFirst }) => (isFirst ? '{firstName}' : '{name}')),
    ...[...text.matchAll(introduced)].map((match) => group(match, '{agent}')),
    ...findWords(text, agents.flatMap(toNameWords), () => '{agent}'),
    ...findTold(text, asked, isCommon),
  ];
};

function group(match: RegExpExecArray, written: string): Part {
  const end = match.index + match[0].trimEnd().length;
  return { start: end - (match[1]?.length ?? 0), end, written };
}

interface NameWord {
  readonly word: string;
  readonly isFirst: boolean;
  /** A name only where it is written as one. */
  readonly isGuess?: boolean;
}

/** Words that are names and other things too, where they are written small. */
const ambiguous =
  /^(?:will|mark|may|bill|rose|hope|art|grant|frank|rich|van|von|de|den|der|het|la|le|les|du|des|di|da|the|and|of|for|you|your|our|not|are|is|was|has|can|one|all|any|out|now|new|real|just|best|love|life|good|nice|man|girl|boy|day|en|een|ik|je|het|voor|met|niet|une?|et|pour|pas|avec|support|help|team|service|account|store|official|april|june|august|joy|faith|grace|sky|summer|dawn|ray|pat|drew|chase|miles|wil|bas|loes|storm|rob|jack|christian|rosé|pierre|claire|marine|violette)$/iu;

/** The names of the person: as X shows them, in the handle, and as the person gives them. */
function namesOf({ name, handle }: SentReply, asked: readonly string[]): NameWord[] {
  const given = asked.flatMap((text) =>
    [...text.matchAll(introduced), ...text.matchAll(selfNamed)].map((match) => match[1] ?? ''),
  );
  const parts = handle.split(/[\d_]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part.length >= 4);
  return [
    ...[name, ...given].flatMap(toNameWords),
    { word: handle, isFirst: true },
    ...parts.map((word) => ({ word, isFirst: true, isGuess: true })),
  ];
}

function toNameWords(name: string): NameWord[] {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’_-]*/gu) ?? [];
  return words
    .filter((word) => word.length >= 2 && word !== 'Agent')
    .map((word, at) => ({ word, isFirst: at === 0 }));
}

function findWords(text: string, names: readonly NameWord[], toWritten: (name: NameWord) => string): Part[] {
  const byWord = new Map<string, NameWord>();
  for (const name of names) {
    const key = name.word.toLowerCase();
    if (!byWord.has(key)) byWord.set(key, name);
  }
  return listWords(text).flatMap(({ word, start, end }) => {
    const bare = word.replace(/['’]s?$/u, '');
    const name = byWord.get(bare.toLowerCase());
    const isCapital = /^\p{Lu}/u.test(bare);
    const isOther = name?.isGuess || ambiguous.test(bare) || bare.length < 3;
    if (!name || (isOther && (!isCapital || isSentenceStart(text, start)))) return [];
    return [{ start, end: end - (word.length - bare.length), written: toWritten(name) }];
  });
}

const listWords = (text: string): { readonly word: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_'’-]*/gu)].map(({ 0: word, index: start }) => ({
    word,
    start,
    end: start + word.length,
  }));

const isSentenceStart = (text: string, at: number): boolean =>
  /(?:^|[.!?:…\n]\s*|^[^\p{L}\p{N}]*)$/u.test(text.slice(0, at));

/** Capitals inside a sentence that the person wrote too and hardly anybody else: places, people. */
function findTold(text: string, asked: readonly string[], isCommon: (word: string) => boolean): Part[] {
  const told = new Set(asked.flatMap((one) => listProper(one).map(({ word }) => word)));
  return listProper(text).flatMap(({ word, start, end }) =>
    told.has(word) && !isCommon(word) ? [{ start, end, written: '{detail}' }] : [],
  );
}

const listProper = (text: string) =>
  listWords(text).filter(({ word, start }) => isProper(word) && !isSentenceStart(text, start));

/** Capitalised as names are; products tend to have digits or inner capitals. */
const isProper = (word: string): boolean => /^\p{Lu}\p{Ll}{2,}$/u.test(word);
