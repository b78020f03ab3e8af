import { type HttpResponse, json } from './response.ts';

/** The base of X's problem type URLs; clients match their last segment. */
export const PROBLEM_BASE = 'https://api.twitter.com/2/problems/';

/** A query parameter or body field that X rejects. */
export interface BadParameter {
  readonly parameter: string;
  readonly value: string;
  readonly message: string;
}

/** 400 with one error per rejected parameter. */
export function invalidRequest(bad: readonly BadParameter[]): HttpResponse {
  return json(400, {
    errors: bad.map(({ parameter, value, message }) => ({ parameters: { [parameter]: [value] }, message })),
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEM_BASE}invalid-request`,
    status: 400,
  });
}

/** 400 for an invalid JSON body. */
export function invalidBody(message: string): HttpResponse {
  return json(400, {
    errors: [{ message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${PROBLEM_BASE}invalid-request`,
    status: 400,
  });
}

/** A problem whose type is `about:blank`. */
export function plainProblem(status: number, title: string, detail: string): HttpResponse {
  return json(status, { title, type: 'about:blank', status, detail });
}

/** 401: the access token is unknown or expired. */
export function unauthorized(): HttpResponse {
  return plainProblem(401, 'Unauthorized', 'Unauthorized');
}

/** 403 with X's reason in `detail`. */
export function forbidden(detail: string): HttpResponse {
  return plainProblem(403, 'Forbidden', detail);
}

/** 429: no calls left in the rate-limit window. */
export function tooManyRequests(): HttpResponse {
  return plainProblem(429, 'Too Many Requests', 'Too Many Requests');
}

/** 404: unknown path. */
export function noSuchPath(): HttpResponse {
  return plainProblem(404, 'Not Found', 'Not Found');
}

/** 405: the path exists, but not with this method. */
export function noSuchMethod(): HttpResponse {
  return plainProblem(405, 'Method Not Allowed', 'Method Not Allowed');
}

/** An entry of `errors[]` for a requested item that does not exist. */
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

/** An entry of `errors[]` for a post that X does not show to the account. */
export function notAuthorizedError(parameter: string, value: string): object {
  return {
    value,
    detail: `Sorry, you are not authorized to see the Tweet with ${parameter}: [${value}].`,
    title: 'Authorization Error',
    resource_type: 'tweet',
    parameter,
    resource_id: value,
    section: 'includes',
    type: `${PROBLEM_BASE}not-authorized-for-resource`,
  };
}
