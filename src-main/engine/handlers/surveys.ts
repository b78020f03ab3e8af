import { ok } from '#shared/result.ts';
import { interpret } from '../surveys/interpret/interpret.ts';
import type { Handlers } from './handlers.ts';

/** Surveys in private messages. */
export const surveyHandlers = {
  'surveys.interpret': (_ctx, { text, scale, lang }) => ok(interpret(text, scale, lang)),
} satisfies Partial<Handlers>;
