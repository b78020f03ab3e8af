import { type Answer, json } from './response.ts';

/** X's problem types are addresses; clients match their ending. */
export const PROBLEM_BASE = 'https://api.twitter.com/2/problems/';

/** One parameter that X did not accept. */
export interface BadParameter {
  readonly parameter: string;
  readonly value: string;
  readonly message: string;
}

/** 400: parameters or body fields are wrong; each is named. */
export function invalidRequest(bad: readonly BadParameter[]): Answer {
  return json(400, {
    errors: bad.map(({ parameter, value, message }) => ({ parameters: { [parameter]: [value] }, message })),
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEM_BASE}invalid-request`,
    status: 400,
  });
}

/** 400 for something in a JSON body. */
export function invalidBody(message: string): Answer {
  return json(400, {
    errors: [{ message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEM_BASE}invalid-request`,
    status: 400,
  });
}

/** A problem without a type of its own. */
export function plainProblem(status: number, title: string, detail: string): Answer {
  return json(status, { title, type: 'about:blank', status, detail });
}

/** 401: the token is unknown or has expired. */
export function unauthorized(): Answer {
  return plainProblem(401, 'Unauthorized', 'Unauthorized');
}

/** 403 with X's reason in `detail`. */
export function forbidden(detail: string): Answer {
  return plainProblem(403, 'Forbidden', detail);
}

/** 429: the calls of the window are used up. */
export function tooManyRequests(): Answer {
  return plainProblem(429, 'Too Many Requests', 'Too Many Requests');
}

/** 404 for a path that X does not have. */
export function noSuchPath(): Answer {
  return plainProblem(404, 'Not Found', 'Not Found');
}

/** 405 for a method that the path does not take. */
export function noSuchMethod(): Answer {
  return plainProblem(405, 'Method Not Allowed', 'Method Not Allowed');
}

/** The entry of `errors[]` for something that is asked for and is not there. */
export function notFoundError(resourceType: 'user' | 'tweet', parameter: string, value: string): object {
  return {
    value,
    detail: `Could not find ${resourceType} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: resourceType,
    parameter,
    resource_id: value,
    type: `${PROBLEM_BASE}resource-not-found`,
  };
}
