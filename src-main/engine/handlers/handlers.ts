import type { EngineMethod, EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';

/** What a handler returns, at once or later; an expected failure is a result too, never an exception. */
type HandlerResult<M extends EngineMethod> =
  | Result<EngineOutput<M>, AppError>
  | Promise<Result<EngineOutput<M>, AppError>>;

/** Carries out one method of the contract; the input is already validated. */
export type Handler<M extends EngineMethod> = (
  ctx: EngineContext,
  input: EngineParsed<M>,
) => HandlerResult<M>;

/** One handler for each method of the contract. */
export type Handlers = { readonly [M in EngineMethod]: Handler<M> };
