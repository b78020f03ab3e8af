import { err, ok, type Result } from '#shared/result.ts';

/** A parsed search query. AND binds more tightly than OR, as on X. */
export type QueryNode =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  | { readonly kind: 'word' | 'phrase' | 'mention' | 'hashtag' | 'cashtag'; readonly value: string }
  | { readonly kind: 'operator'; readonly name: OperatorName; readonly value: string };

const OPERATORS = [
  'from',
  'to',
  'conversation_id',
  'lang',
  'is',
  'has',
  'in_reply_to_tweet_id',
  'url',
] as const;

/** The supported `name:value` operators. */
export type OperatorName = (typeof OPERATORS)[number];

// X rejects a query that has only these.
const DEPENDENT: ReadonlySet<string> = new Set(['lang', 'is', 'has']);

/** Parses a search query. The error is X's message. */
export function parseQuery(text: string): Result<QueryNode, string> {
  const tokens = text.match(/-?\(|\)|-?[^\s()":]*:?"[^"]*"|[^\s()]+/g) ?? [];
  const reader = { tokens, position: 0 };
  const node = readAny(reader);
  if (!node.ok) return node;
  if (reader.position < tokens.length) {
    return err(
      `There were errors processing your request: no viable alternative at input '${tokens[reader.position]}'`,
    );
  }
  if (!standsAlone(node.value)) {
    return err(
      'There were errors processing your request: Rules must contain at least one positive, non-stopword clause',
    );
  }
  return node;
}

interface Reader {
  readonly tokens: readonly string[];
  position: number;
}

function readAny(reader: Reader): Result<QueryNode, string> {
  const parts: QueryNode[] = [];
  do {
    if (reader.tokens[reader.position] === 'OR') reader.position += 1;
    const part = readAll(reader);
    if (!part.ok) return part;
    parts.push(part.value);
  } while (reader.tokens[reader.position] === 'OR');
  const [only] = parts;
  return ok(only && parts.length === 1 ? only : { kind: 'any', parts });
}

function readAll(reader: Reader): Result<QueryNode, string> {
  const parts: QueryNode[] = [];
  for (
    let token = reader.tokens[reader.position];
    token !== undefined;
    token = reader.tokens[reader.position]
  ) {
    if (token === 'OR' || token === ')') break;
    reader.position += 1;
    const part = token === '(' || token === '-(' ? readGroup(reader, token) : readToken(token);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const [only] = parts;
  if (!only) return err('There were errors processing your request: missing clause');
  return ok(parts.length === 1 ? only : { kind: 'all', parts });
}

function readGroup(reader: Reader, opening: string): Result<QueryNode, string> {
  const inner = readAny(reader);
  if (!inner.ok) return inner;
  if (reader.tokens[reader.position] !== ')')
    return err("There were errors processing your request: missing ')'");
  reader.position += 1;
  return ok(opening === '-(' ? { kind: 'not', part: inner.value } : inner.value);
}

function readToken(token: string): Result<QueryNode, string> {
  if (token.startsWith('-') && token.length > 1) {
    const part = readToken(token.slice(1));
    return part.ok ? ok({ kind: 'not', part: part.value }) : part;
  }
  if (/^"[^"]*"$/.test(token)) return ok({ kind: 'phrase', value: token.slice(1, -1) });
  if (/^@\w{1,15}$/.test(token)) return ok({ kind: 'mention', value: token.slice(1) });
  if (/^#./.test(token)) return ok({ kind: 'hashtag', value: token.slice(1) });
  if (/^\$[A-Za-z]/.test(token)) return ok({ kind: 'cashtag', value: token.slice(1) });
  const colon = /^([a-z_]+):(.+)$/.exec(token);
  if (!colon) return ok({ kind: 'word', value: token });
  const name = OPERATORS.find((operator) => operator === colon[1]);
  if (!name)
    return err(`Reference to invalid operator '${colon[1]}'. Operator is not available in current product.`);
  return ok({ kind: 'operator', name, value: (colon[2] ?? '').replaceAll('"', '') });
}

function standsAlone(node: QueryNode): boolean {
  switch (node.kind) {
    case 'any':
      return node.parts.every(standsAlone);
    case 'all':
      return node.parts.some(standsAlone);
    case 'not':
      return false;
    case 'operator':
      return !DEPENDENT.has(node.name);
    default:
      return true;
  }
}
