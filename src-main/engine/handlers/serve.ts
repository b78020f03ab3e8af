import type { z } from 'zod';
import { type EngineMethod, engineContract } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getStoreError, toDbError } from '../store/storeHealth.ts';
import type { Handler, Handlers } from './handlers.ts';

/** Deeper values are rejected: the deepest that the contract needs are five levels, and recursion over thousands fails. */
const MAX_DEPTH = 64;

/** Carries out a method of the contract by its name. Never throws. */
export type Serve = (method: string, params: unknown) => Promise<Result<unknown, AppError>>;

/** The engine as its clients see it. */
export interface Served {
  readonly handle: Serve;
  /** Calls `listener` for each event until the returned function is called. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void;
}

/** Validates the input against the contract, passes it to its handler and turns an exception into the error `bug`. */
export function createServe(ctx: EngineContext, handlers: Handlers): Serve {
  return async (method, params) => {
    if (!isMethod(method)) return err({ code: 'unknownMethod', method });
    const refusal = refuseWriting(ctx, method);
    if (refusal) return err(refusal);
    if (isDeeperThan(MAX_DEPTH, params)) {
      return err({ code: 'invalid', path: '', reason: `is nested more than ${MAX_DEPTH} levels deep` });
    }
    const input = engineContract[method].input.safeParse(params ?? {});
    if (!input.success) return err(toInvalid(input.error, params));
    try {
      // The table ties each method to its own input, which the compiler cannot follow through a variable.
      return await (handlers[method] as Handler<EngineMethod>)(ctx, input.data as never);
    } catch (cause) {
      return err(toDbError(ctx.db, cause) ?? toBug(ctx, method, cause));
    }
  };
}

/** Why a command is refused whose workspace is only read: the one check that all of them pass. */
function refuseWriting({ db }: EngineContext, method: EngineMethod): AppError | null {
  if (engineContract[method].kind === 'query') return null;
  const error = getStoreError(db);
  return error?.code === 'readOnly' ? error : null;
}

// Level by level instead of recursive: the depth is what it guards against.
function isDeeperThan(depth: number, value: unknown): boolean {
  let level = [value];
  for (let at = 0; at <= depth && level.length > 0; at += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return level.length > 0;
}

function isMethod(method: string): method is EngineMethod {
  return Object.hasOwn(engineContract, method);
}

function toBug(ctx: EngineContext, method: string, cause: unknown): AppError {
  const reference = ctx.newId();
  const stack = cause instanceof Error ? cause.stack : String(cause);
  ctx.log('bug', { reference, method, stack });
  return { code: 'bug', reference };
}

/** The first problem of an input: the path to it, what was found there and what is expected. */
export function toInvalid(error: z.ZodError, params: unknown): AppError {
  const issue = error.issues[0];
  if (!issue) return { code: 'invalid', path: '', reason: 'is not valid' };
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...extra].map(String);
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    params,
  );
  const shown = path.some((key) => isSecret.test(key)) ? '' : describe(found);
  return { code: 'invalid', path: path.join('.'), reason: `${issue.message}${shown}` };
}

const isSecret = /token|callbackUrl/i;

function describe(found: unknown): string {
  if (found === undefined) return '';
  return `; found ${JSON.stringify(found)?.slice(0, 60)}`;
}
