import type { EngineOptions } from '#engine/engineOptions.ts';

/** What an engine is told in a test about who uses it: Mia, with the simulator's token, which is kept nowhere. */
export const testOptions = {
  agentName: 'Mia',
  credentials: { tokens: { accessToken: 'demo-token' }, clientId: null },
  sink: { saveTokens: async () => {} },
} satisfies Partial<EngineOptions>;
