import { userInfo } from 'node:os';
import path from 'node:path';
import type { EngineStartOptions } from '#shared/contract/enginePort.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { Login } from '../secrets/secrets.ts';

/** The id of the demo workspace, and the name of its folder. */
export const DEMO_ID = 'demo';

/** The id of a file that is only read; nothing is kept about it. */
export const READING_ID = 'reading';

/** The simulator's default access token. */
const DEMO_TOKEN = 'demo-token';
const DEMO_AGENT = 'Sam';
const DEMO_POLL_SECONDS = 2;

/** Which workspace to open, and how to start its engine. */
export interface WorkspacePlan {
  readonly id: string;
  /** For a simulated workspace without `xUrl`, which is known once the simulator listens. */
  readonly engine: EngineStartOptions;
  /** Whether the simulator takes the place of X. */
  readonly isSimulated: boolean;
}

/** The folder of a workspace; its engine creates it. */
export function workspaceDir(userData: string, id: string): string {
  return path.join(userData, 'workspaces', id);
}

/** The plan of the demo workspace. */
export function toDemoPlan(userData: string): WorkspacePlan {
  return {
    id: DEMO_ID,
    isSimulated: true,
    engine: {
      dataDir: workspaceDir(userData, DEMO_ID),
      agentName: DEMO_AGENT,
      tokens: { accessToken: DEMO_TOKEN },
      pollSeconds: DEMO_POLL_SECONDS,
    },
  };
}

interface AccountPlanInput {
  readonly userData: string;
  readonly id: string;
  readonly agentName: string;
  /** Null before the first login. */
  readonly login: Login | null;
  /** The address used instead of X; null for X itself. */
  readonly xUrl: string | null;
}

/** The plan of an account's workspace. */
export function toAccountPlan({ userData, id, agentName, login, xUrl }: AccountPlanInput): WorkspacePlan {
  return {
    id,
    isSimulated: false,
    engine: {
      dataDir: workspaceDir(userData, id),
      agentName,
      tokens: login?.tokens ?? null,
      ...(login?.clientId === undefined ? {} : { clientId: login.clientId }),
      ...(xUrl === null ? {} : { xUrl }),
    },
  };
}

/** The plan of a file that is only read, without an account. */
export function toReadingPlan(file: string, agentName: string): WorkspacePlan {
  return {
    id: READING_ID,
    isSimulated: false,
    engine: { dataDir: path.dirname(file), readOnly: file, agentName, tokens: null },
  };
}

/** How a store is replaced before it is opened: because it is damaged or missing, or by a backup that somebody chose. */
export type Replacement = Pick<EngineStartOptions, 'recover' | 'restore'>;

/** A plan whose engine replaces the store before it opens it. */
export function withReplacement(plan: WorkspacePlan, replacement: Replacement): WorkspacePlan {
  return { ...plan, engine: { ...plan.engine, ...withoutUndefined(replacement) } };
}

/**
 * The agent's name until they set another: the capitalised name of the system's user, or `Agent` for root and unknown
 * users.
 */
export function getDefaultAgentName(): string {
  const name = getUserName().trim().slice(0, 80);
  return name === '' || name === 'root' ? 'Agent' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The name of the system's user; empty if the system has none, as in some containers. */
function getUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
