import type { z } from 'zod';
import { captureMethods } from './methods/capture.ts';
import { conversationsMethods } from './methods/conversations.ts';
import { costsMethods } from './methods/costs.ts';
import { repliesMethods } from './methods/replies.ts';
import { workspaceMethods } from './methods/workspace.ts';

/** Everything that the engine can be asked. The same names and shapes hold on every door. */
export const engineContract = {
  ...workspaceMethods,
  ...captureMethods,
  ...conversationsMethods,
  ...repliesMethods,
  ...costsMethods,
} as const;

export type EngineContract = typeof engineContract;
export type EngineMethod = keyof EngineContract;
/** What a caller passes, before defaults are filled in. */
export type EngineInput<M extends EngineMethod> = z.input<EngineContract[M]['input']>;
/** What a handler receives, after defaults were filled in. */
export type EngineParsed<M extends EngineMethod> = z.output<EngineContract[M]['input']>;
export type EngineOutput<M extends EngineMethod> = z.output<EngineContract[M]['output']>;
