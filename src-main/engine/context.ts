export type { EngineContext } from './context/context.ts';
