import { z } from 'zod';
import { AgentName, WorkspaceSettings } from '../../domain/workspaceSettings.ts';
import { byId, none } from './inputs.ts';
import { method } from './method.ts';

/** The settings of a workspace and its agents. */
export const settingsMethods = {
  'settings.get': method('query', "Returns the workspace's settings.", {
    input: none,
    output: WorkspaceSettings,
  }),
  'settings.set': method(
    'command',
    "Changes some of the workspace's settings and returns all of them. Fails with `agentNameTaken`.",
    {
      input: WorkspaceSettings.partial().strict(),
      output: WorkspaceSettings,
    },
  ),
  'agents.list': method('query', 'Lists the agents of this workspace by name; the current one comes first.', {
    input: none,
    output: z.object({
      me: z.string(),
      all: z.array(z.string()),
      /** With their ids, which stay when a name changes. */
      agents: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  'agents.switch': method(
    'command',
    'Makes another agent the current one, as when somebody else sits down at the computer. What was done so far stays with whoever did it.',
    { input: byId, output: none },
  ),
  'agents.add': method(
    'command',
    'Adds an agent, makes them the current one and returns their id. Fails with `agentNameTaken`.',
    {
      input: z.strictObject({ name: AgentName }),
      output: z.object({ id: z.string() }),
    },
  ),
} as const;
