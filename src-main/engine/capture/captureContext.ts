import type { EngineContext } from '../context.ts';

/** What capture works with. */
export type CaptureContext = Pick<EngineContext, 'db' | 'clock' | 'log' | 'x' | 'xClock' | 'newId' | 'emit'>;
