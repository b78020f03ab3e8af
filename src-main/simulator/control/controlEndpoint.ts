import { z } from 'zod';
import { FAULT_RULE } from '../faults/faultRules.ts';
import { type ApiRequest, readJson } from '../http/request.ts';
import { type HttpResponse, json } from '../http/response.ts';
import type { Context } from '../state/context.ts';
import { COMMANDS } from './commandSchemas.ts';
import { ControlError, createControl } from './control.ts';

/** The path prefix of all control commands. */
export const CONTROL_PREFIX = '/_control/';

const OK = { ok: true };

type Command = (context: Context, body: unknown) => object;

const POST_COMMANDS: Readonly<Record<string, Command>> = {
  person: (context, body) => createControl(context).person(COMMANDS.person.parse(body)),
  rename: (context, body) => createControl(context).rename(COMMANDS.rename.parse(body)),
  post: (context, body) => createControl(context).post(COMMANDS.post.parse(body)),
  mention: (context, body) => createControl(context).mention(COMMANDS.post.parse(body)),
  dm: (context, body) => createControl(context).dm(COMMANDS.dm.parse(body)),
  'own-post': (context, body) => createControl(context).ownPost(COMMANDS.ownPost.parse(body)),
  'own-dm': (context, body) => createControl(context).ownDm(COMMANDS.ownDm.parse(body)),
  'delete-post': (context, body) => createControl(context).deletePost(COMMANDS.deletePost.parse(body)),
  'edit-post': (context, body) => createControl(context).editPost(COMMANDS.editPost.parse(body)),
  vote: (context, body) => createControl(context).vote(COMMANDS.vote.parse(body)),
  faults: (context, body) => createControl(context).addFault(FAULT_RULE.parse(body)),
  'clear-faults': (context, body) => {
    createControl(context).clearFaults(COMMANDS.clearFaults.parse(body));
    return OK;
  },
  'forget-fields': (context, body) => {
    createControl(context).forgetFields(COMMANDS.forgetFields.parse(body));
    return OK;
  },
  'fail-uploads': (context, body) => {
    createControl(context).failUploads(COMMANDS.failUploads.parse(body));
    return OK;
  },
  'expire-tokens': (context) => {
    createControl(context).expireTokens();
    return OK;
  },
  'issue-tokens': (context, body) => createControl(context).issueTokens(COMMANDS.issueTokens.parse(body)),
};

const GET_COMMANDS: Readonly<Record<string, Command>> = {
  state: (context) => createControl(context).state(),
  faults: (context) => ({ faults: context.faults.list() }),
};

/**
 * Runs a control command: 200 with its result, 400 with a sentence for invalid input, 403 for a web page's, 404 for an
 * unknown command. Errors are `{"error": sentence}`.
 */
export function handleControl(context: Context, request: ApiRequest): HttpResponse {
  if (!isFromThisMachine(context, request)) {
    return json(403, { error: 'Control commands are only for programs on this machine, not for web pages.' });
  }
  const name = request.path.slice(CONTROL_PREFIX.length);
  const commands = request.method === 'POST' ? POST_COMMANDS : GET_COMMANDS;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return unknownCommand(request.method, name);
  const body = readJson(request);
  if (!body.ok) return json(400, { error: 'The body is not a JSON object.' });
  try {
    return json(200, command(context, body.value));
  } catch (cause) {
    if (cause instanceof z.ZodError) return json(400, { error: z.prettifyError(cause) });
    if (cause instanceof ControlError) return json(400, { error: cause.message });
    throw cause;
  }
}

// A web page states its Origin when it posts, and another Host after DNS rebinding.
function isFromThisMachine({ baseUrl }: Context, { headers }: ApiRequest): boolean {
  const { port } = new URL(baseUrl);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return headers.origin === undefined && hosts.includes(String(headers.host));
}

function unknownCommand(method: string, name: string): HttpResponse {
  const known = [
    ...Object.keys(GET_COMMANDS).map((key) => `GET ${key}`),
    ...Object.keys(POST_COMMANDS).map((key) => `POST ${key}`),
  ];
  const error = `Unknown control command ${method} ${name}. Available: ${known.join(', ')}.`;
  return json(404, { error });
}
