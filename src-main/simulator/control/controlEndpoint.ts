import { z } from 'zod';
import type { Context } from '../context.ts';
import { FAULT_ORDER } from '../faults/fault.ts';
import { type ApiRequest, readJson } from '../http/request.ts';
import { type Answer, json } from '../http/response.ts';
import { COMMANDS } from './commands.ts';
import { ControlRefusal, createControl } from './control.ts';

const DONE = { ok: true };

type Command = (context: Context, body: unknown) => object;

const POST_COMMANDS: Readonly<Record<string, Command>> = {
  person: (context, body) => createControl(context).person(COMMANDS.person.parse(body)),
  post: (context, body) => createControl(context).post(COMMANDS.post.parse(body)),
  mention: (context, body) => createControl(context).mention(COMMANDS.post.parse(body)),
  dm: (context, body) => createControl(context).dm(COMMANDS.dm.parse(body)),
  'own-post': (context, body) => createControl(context).ownPost(COMMANDS.ownPost.parse(body)),
  'own-dm': (context, body) => createControl(context).ownDm(COMMANDS.ownDm.parse(body)),
  'delete-post': (context, body) => createControl(context).deletePost(COMMANDS.deletePost.parse(body)),
  'edit-post': (context, body) => createControl(context).editPost(COMMANDS.editPost.parse(body)),
  faults: (context, body) => createControl(context).addFault(FAULT_ORDER.parse(body)),
  'clear-faults': (context, body) => {
    createControl(context).clearFaults(COMMANDS.clearFaults.parse(body));
    return DONE;
  },
  'expire-tokens': (context) => {
    createControl(context).expireTokens();
    return DONE;
  },
  'issue-tokens': (context, body) => createControl(context).issueTokens(COMMANDS.issueTokens.parse(body)),
};

const GET_COMMANDS: Readonly<Record<string, Command>> = {
  state: (context) => createControl(context).state(),
  faults: (context) => ({ faults: context.faults.list() }),
};

/** Answers a request below /_control: 200 with what was made, 400 with a sentence, 404 for an unknown command. */
export function answerControl(context: Context, request: ApiRequest): Answer {
  const name = request.path.slice('/_control/'.length);
  const commands = request.method === 'POST' ? POST_COMMANDS : GET_COMMANDS;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const known = [
      ...Object.keys(GET_COMMANDS).map((key) => `GET ${key}`),
      ...Object.keys(POST_COMMANDS).map((key) => `POST ${key}`),
    ];
    return json(404, {
      error: `There is no control command ${request.method} ${name}. There are: ${known.join(', ')}.`,
    });
  }
  const body = readJson(request);
  if (!body.ok) return json(400, { error: 'The body is not a JSON object.' });
  try {
    return json(200, command(context, body.value));
  } catch (cause) {
    if (cause instanceof z.ZodError) return json(400, { error: z.prettifyError(cause) });
    if (cause instanceof ControlRefusal) return json(400, { error: cause.message });
    throw cause;
  }
}
