import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { DAY_MS } from '../time.ts';

/** The operators that a search knows, as they are typed before a colon. */
export const searchOperators = [
  'from',
  'to',
  'agent',
  'tag',
  'status',
  'priority',
  'kind',
  'lang',
  'has',
  'before',
  'after',
  'score',
] as const;

export const SearchOperator = z.enum(searchOperators);
export type SearchOperator = z.infer<typeof SearchOperator>;

/** The values of the operators that have a list of them. */
export const searchValues = {
  status: ['new', 'open', 'pending', 'snoozed', 'resolved'],
  priority: ['urgent', 'high', 'normal', 'low'],
  kind: ['post', 'dm', 'mention', 'reply', 'quote', 'keyword'],
  has: ['media', 'link', 'survey', 'note'],
} as const;

/** What a message, or its conversation, must be. */
export type SearchFilter =
  /** `from` is who wrote the message, `to` to whom it was written: a handle without @, or `us`. */
  | { readonly operator: 'from' | 'to'; readonly name: string }
  /** Who is in charge of the conversation (`me`, `nobody` or a name), and a tag of it. */
  | { readonly operator: 'agent' | 'tag'; readonly name: string }
  | { readonly operator: 'status'; readonly value: (typeof searchValues.status)[number] }
  | { readonly operator: 'priority'; readonly value: (typeof searchValues.priority)[number] }
  | { readonly operator: 'kind'; readonly value: (typeof searchValues.kind)[number] }
  | { readonly operator: 'has'; readonly value: (typeof searchValues.has)[number] }
  /** X's code of a language. */
  | { readonly operator: 'lang'; readonly lang: string }
  /** Written before the beginning of a date, or at it or later. */
  | { readonly operator: 'before' | 'after'; readonly date: SearchDate }
  /** The conversation has a survey with such a score. */
  | {
      readonly operator: 'score';
      readonly comparison: '<' | '<=' | '=' | '>=' | '>';
      readonly score: number;
    };

/** A day, month or year, or so many days, weeks, months or years ago. */
export type SearchDate =
  | { readonly year: number; readonly month?: number | undefined; readonly day?: number | undefined }
  | { readonly ago: number; readonly unit: 'd' | 'w' | 'm' | 'y' };

/** A filter that says nothing, and what it can say. */
export const SearchProblem = z.object({
  operator: SearchOperator,
  value: z.string(),
  /** Why: it is none of its values, no date, no score; or nobody or nothing with this name is known. */
  reason: z.enum(['value', 'date', 'score', 'unknown']),
});
export type SearchProblem = z.infer<typeof SearchProblem>;

/**
 * The first day of a date, as days of wall clocks since 1970-01-01. `today` is such a day.
 *
 * @example toSearchDay({ ago: 1, unit: 'm' }, today)  // a month ago; on 31 March that is 3 March, as Date has it
 */
export function toSearchDay(date: SearchDate, today: number): number {
  if ('year' in date) return Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1) / DAY_MS;
  if (date.unit === 'd') return today - date.ago;
  if (date.unit === 'w') return today - 7 * date.ago;
  const day = new Date(today * DAY_MS);
  const months = date.unit === 'y' ? 12 * date.ago : date.ago;
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, day.getUTCDate()) / DAY_MS;
}

/** Reads the value of an operator. */
export function readSearchFilter(operator: string, value: string): Result<SearchFilter, SearchProblem> {
  const known = SearchOperator.parse(operator);
  const no = (reason: SearchProblem['reason']) => err({ operator: known, value, reason });
  switch (known) {
    case 'from':
    case 'to':
      return ok({ operator: known, name: value.replace(/^@/, '') });
    case 'agent':
    case 'tag':
      return ok({ operator: known, name: value });
    case 'lang':
      return /^[a-z]{2,3}$/i.test(value) ? ok({ operator: known, lang: value.toLowerCase() }) : no('value');
    case 'before':
    case 'after': {
      const date = readSearchDate(value);
      return date ? ok({ operator: known, date }) : no('date');
    }
    case 'score':
      return readScore(value) ?? no('score');
    default:
      return readListed(known, value) ?? no('value');
  }
}

/** So far a year, perhaps a month, perhaps one digit of a day. */
const unfinishedDate = /^\d{1,4}(-(0|(0?[1-9]|1[0-2])(-[0-3]?)?)?)?$/;

/** Whether the value of an operator can still become one that it knows, by typing on. */
export function isUnfinished({ operator, value }: SearchProblem): boolean {
  const typed = value.toLowerCase();
  switch (operator) {
    case 'status':
    case 'priority':
    case 'kind':
    case 'has':
      return searchValues[operator].some((one) => one.startsWith(typed));
    case 'lang':
      return typed.length === 1;
    case 'before':
    case 'after':
      return unfinishedDate.test(typed);
    case 'score':
      return /^[<>]?=?$/.test(typed);
    default:
      return false;
  }
}

function readListed(operator: keyof typeof searchValues, value: string): Result<SearchFilter, never> | null {
  const values: readonly string[] = searchValues[operator];
  const lower = value.toLowerCase();
  return values.includes(lower) ? ok({ operator, value: lower } as SearchFilter) : null;
}

function readScore(value: string): Result<SearchFilter, never> | null {
  const [, sign = '=', digits] = /^(<=|>=|<|>|=)?(\d{1,2})$/.exec(value) ?? [];
  const score = Number(digits);
  if (digits === undefined || score > 10) return null;
  const comparison = sign as '<' | '<=' | '=' | '>=' | '>';
  return ok({ operator: 'score', comparison, score });
}

/** `2024`, `2024-05`, `2024-05-31`, or `7d`, `4w`, `6m`, `2y` for so long ago. */
function readSearchDate(value: string): SearchDate | null {
  const [, ago, unit] = /^(\d{1,4})([dwmy])$/i.exec(value) ?? [];
  if (ago !== undefined) return { ago: Number(ago), unit: unit?.toLowerCase() as 'd' | 'w' | 'm' | 'y' };
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined) return null;
  return isDate(year, month, day) ? { year, month, day } : null;
}

function isDate(year: number, month = 1, day = 1): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
