import { expect, it } from 'vitest';
import { expectValid } from '../schemas/expectValid.ts';
import { PROBLEM } from '../schemas/responses.ts';
import { startTestSimulator } from '../startTestSimulator.ts';

it.each([
  ['GET', '/2/users/me?user.fields=shoe_size', 400],
  ['GET', '/2/users/ME/mentions?max_results=101', 400],
  ['GET', '/2/users/ME/mentions?colour=red', 400],
  ['GET', '/2/users/ME/mentions?since_id=abc', 400],
  ['GET', '/2/users/ME/mentions?start_time=yesterday', 400],
  ['GET', '/2/users/ME/mentions?pagination_token=nonsense', 400],
  ['GET', '/2/tweets', 400],
  ['GET', '/2/tweets?ids=1,b', 400],
  ['GET', '/2/tweets/search/recent?query=%20', 400],
  ['GET', '/2/tweets/search/recent?query=lang%3Aen', 400],
  ['GET', '/2/dm_events?max_results=0', 400],
  ['GET', '/2/nothing', 404],
  ['PUT', '/2/tweets', 405],
])('refuses %s %s with X’s problem JSON', async (method, path, status) => {
  const simulator = await startTestSimulator();
  const seen = await simulator.send(method, path.replace('ME', simulator.accountId));
  expect(seen.status).toBe(status);
  expectValid(PROBLEM, seen.body);
});
