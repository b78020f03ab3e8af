import fc from 'fast-check';
import { testAccount } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';

type Json = Readonly<Record<string, unknown>>;

/** One way to spoil an item: a field is missing, wrong, added or huge, or the item is something else altogether. */
type Spoil =
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'replace'; readonly at: number; readonly by: unknown }
  | { readonly kind: 'add'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'huge'; readonly at: number; readonly times: number }
  | { readonly kind: 'be'; readonly value: unknown };

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '9223372036854775807',
    '18446744073709551616',
    2 ** 63,
    -1,
    1e308,
    '',
    '\u0000',
    '\ud800',
    'NaN',
  ),
  fc.constantFrom('9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '__proto__', "'; DROP TABLE messages; --"),
);
const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(20), by: hostile }),
  fc.record({ kind: fc.constant('add' as const), name: fc.string(), value: hostile }),
  fc.record({ kind: fc.constant('huge' as const), at: fc.nat(20), times: fc.nat(5_000) }),
  fc.record({ kind: fc.constant('be' as const), value: hostile }),
);
const item = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 300 }),
  author: fc.integer({ min: 1, max: 9 }),
  spoils: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Spoil[]>([]) },
    { weight: 3, arbitrary: fc.array(spoil, { maxLength: 3 }) },
  ),
  copies: fc.integer({ min: 1, max: 2 }),
});
/** A page of X with valid and spoilt items, and with hostile values around them. */
export const hostilePage = fc.record({
  items: fc.array(item, { maxLength: 8 }),
  isDms: fc.boolean(),
  rest: fc.dictionary(fc.constantFrom('includes', 'errors', 'meta', 'more', '__proto__'), hostile),
  users: fc.array(hostile, { maxLength: 3 }),
  lookup: hostile,
  lookupErrors: fc.array(hostile, { maxLength: 2 }),
});
export type HostilePage = typeof hostilePage extends fc.Arbitrary<infer T> ? T : never;

function applySpoil(value: unknown, how: Spoil): unknown {
  if (how.kind === 'be') return how.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : 'at' in how ? how.at % entries.length : 0;
  if (how.kind === 'add') return { ...value, [how.name]: how.value };
  if (how.kind === 'drop') return Object.fromEntries(entries.filter((_, n) => n !== at));
  const by = (old: unknown) => (how.kind === 'huge' ? String(old).slice(0, 100).repeat(how.times) : how.by);
  return Object.fromEntries(entries.map(([name, old], n) => [name, n === at ? by(old) : old]));
}

/** A page as X sends it. */
export interface Sent {
  readonly body: unknown;
  /** The items that are as X documents them, and the spoilt ones. */
  readonly good: readonly { readonly id: string; readonly text: string }[];
  readonly bad: readonly unknown[];
}

let sequence = 0;

function toPost(id: string, text: string, author: number, at: number): Json {
  return {
    id,
    author_id: String(author),
    text,
    created_at: new Date(at).toISOString(),
    conversation_id: id,
    lang: 'en',
    edit_history_tweet_ids: [id],
    referenced_tweets: [{ type: 'replied_to', id: '77' }],
  };
}

function toDm(id: string, text: string, author: number, at: number): Json {
  return {
    id,
    event_type: 'MessageCreate',
    sender_id: String(author),
    text,
    created_at: new Date(at).toISOString(),
    dm_conversation_id: `${author}-${testAccount.id}`,
  };
}

/** The page as X would send it at `now`, with its items sorted into good and bad ones. */
export function toSent({ items, isDms, rest }: HostilePage, now: number): Sent {
  const good: { id: string; text: string }[] = [];
  const bad: unknown[] = [];
  const data: unknown[] = [];
  for (const { text, author, spoils, copies } of items) {
    sequence += 1;
    const id = snowflake(now, sequence);
    const whole = (isDms ? toDm : toPost)(id, text, author, now);
    const spoilt = spoils.reduce<unknown>(applySpoil, whole);
    if (spoils.length === 0) good.push({ id, text });
    else bad.push(spoilt);
    for (let copy = 0; copy < copies; copy += 1) data.push(spoilt);
  }
  // As it arrives over the network: through JSON and back.
  return { body: JSON.parse(JSON.stringify({ ...rest, data })), good, bad };
}
