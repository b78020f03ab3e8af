import { z } from 'zod';
import { WorkspaceSettings } from '../../domain/workspaceSettings.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** The settings of a workspace and its agents. */
export const settingsMethods = {
  'settings.get': method('query', "Returns the workspace's settings.", {
    input: none,
    output: WorkspaceSettings,
  }),
  'settings.set': method('command', "Changes some of the workspace's settings and returns all of them.", {
    input: WorkspaceSettings.partial().strict(),
    output: WorkspaceSettings,
  }),
  'agents.list': method(
    'query',
    'Lists the agents that have worked in this workspace; the current one comes first.',
    {
      input: none,
      output: z.object({
        me: z.string(),
        all: z.array(z.string()),
        /** With their ids, which stay when a name changes. */
        agents: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    },
  ),
} as const;
