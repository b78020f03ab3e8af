import type { EngineOptions } from '#engine/engineOptions.ts';

/** The user of a test engine: Mia, with the simulator's token, which is saved nowhere. */
export const testOptions = {
  agentName: 'Mia',
  credentials: { tokens: { accessToken: 'demo-token' }, clientId: null },
  sink: { saveTokens: async () => {} },
} satisfies Partial<EngineOptions>;
