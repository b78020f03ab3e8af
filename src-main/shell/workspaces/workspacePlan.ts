import path from 'node:path';
import type { Login } from '../secrets/loginFile.ts';
import type { WorkspacePlan } from './runningWorkspace.ts';

/** The id of the demo workspace, which is also its folder's name. */
export const DEMO_ID = 'demo';

/** What the simulator takes for an account of the demo. */
const DEMO_TOKEN = 'demo-token';
const DEMO_AGENT = 'Sam';
const DEMO_POLL_SECONDS = 2;

/** The folder of a workspace; its engine makes it. */
export function workspaceDir(userData: string, id: string): string {
  return path.join(userData, 'workspaces', id);
}

/** How the demo workspace is opened. */
export function toDemoPlan(userData: string): WorkspacePlan {
  return {
    id: DEMO_ID,
    simulated: true,
    engine: {
      dataDir: workspaceDir(userData, DEMO_ID),
      agentName: DEMO_AGENT,
      tokens: { accessToken: DEMO_TOKEN },
      pollSeconds: DEMO_POLL_SECONDS,
    },
  };
}

interface AccountPlanFacts {
  readonly userData: string;
  readonly id: string;
  readonly agentName: string;
  readonly login: Login | null;
  readonly xUrl: string | null;
}

/** How the workspace of an account is opened. */
export function toAccountPlan({ userData, id, agentName, login, xUrl }: AccountPlanFacts): WorkspacePlan {
  return {
    id,
    simulated: false,
    engine: {
      dataDir: workspaceDir(userData, id),
      agentName,
      tokens: login?.tokens ?? null,
      ...(login?.clientId === undefined ? {} : { clientId: login.clientId }),
      ...(xUrl === null ? {} : { xUrl }),
    },
  };
}

/** The name of who works here until somebody sets another: the system's user, unless that says nothing. */
export function toAgentName(userName: string): string {
  const name = userName.trim().slice(0, 80);
  return name === '' || name === 'root' ? 'Agent' : name.charAt(0).toUpperCase() + name.slice(1);
}
