import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Credentials } from '#engine/account/credentialKeeper.ts';
import { createRandom } from '#simulator/base/random.ts';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { testFolder } from '../../support/openTestDb.ts';
import type { Order, Report } from './renewalChild.ts';

const rounds = Number(process.env.PERCH_RENEWAL_ROUNDS ?? 5);
const random = createRandom(Number(process.env.PERCH_RENEWAL_SEED ?? 3));
/** A renewal that nobody else is at takes about so long. */
const RENEWAL_MS = 50;

type Asked<O> = O extends Order ? Omit<O, 'id'> : never;

/** A process of its own that renews, spoken to by messages. */
interface Renewer {
  /** What came of an order; null where the process ended before. */
  tell(order: Asked<Order>): Promise<Report | null>;
  kill(): Promise<void>;
}

async function startRenewer(dir: string, url: string): Promise<Renewer> {
  const script = join(import.meta.dirname, 'renewalChild.ts');
  const child: ChildProcess = fork(script, [dir, url], { execArgv: ['--disable-warning=DEP0040'] });
  const exited = once(child, 'exit');
  const waiting = new Map<number, (report: Report | null) => void>();
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  child.on('message', (report: Report) => waiting.get(report.id)?.(report));
  void exited.then(() => {
    for (const settle of waiting.values()) settle(null);
  });
  let lastId = 0;
  return {
    tell: (order) => {
      lastId += 1;
      const id = lastId;
      const report = new Promise<Report | null>((resolve) => waiting.set(id, resolve));
      child.send({ ...order, id });
      return report;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A file of tokens, an X, and three processes that share both. */
async function open() {
  const simulator = await startSimulator({ limits: false });
  onTestFinished(() => simulator.close());
  const dir = testFolder();
  writeFileSync(join(dir, 'tokens.json'), JSON.stringify(issue(simulator)));
  const start = () => startRenewer(dir, simulator.url);
  const saved = () => readFileSync(join(dir, 'tokens.json'), 'utf8');
  return { simulator, start, saved, renewers: await Promise.all([start(), start(), start()]) };
}

function issue({ control }: Simulator): Credentials {
  const { accessToken, refreshToken } = control.issueTokens({ clientId: 'client' });
  return { tokens: { accessToken, refreshToken: refreshToken ?? '' }, clientId: 'client' };
}

/** How many pairs X has given out for a refresh token. */
const countRenewals = ({ control }: Simulator) =>
  control.state().requestLog.filter(({ path, status }) => path === '/2/oauth2/token' && status === 200)
    .length;

const ask = { kind: 'ask' } as const;

describe('processes that share a login', () => {
  test(
    `renew it once when it expires, in each of ${rounds} rounds`,
    async () => {
      const { simulator, renewers } = await open();
      for (let round = 1; round <= rounds; round += 1) {
        simulator.control.expireTokens();
        const reports = await Promise.all(renewers.flatMap(({ tell }) => [tell(ask), tell(ask)]));
        expect(reports.map((report) => report && [report.ok, report.signedOut])).toEqual(
          Array.from({ length: 6 }, () => [true, 0]),
        );
        expect(countRenewals(simulator)).toBe(round);
      }
    },
    30_000 + rounds * 3_000,
  );

  test(
    `never lose it silently where one is killed, in each of ${rounds} rounds`,
    async () => {
      const { simulator, start, saved, renewers } = await open();
      const outs = [0, 0, 0];
      for (let round = 1; round <= rounds; round += 1) {
        simulator.control.expireTokens();
        const before = saved();
        const asked = renewers.map(({ tell }) => tell(ask));
        await new Promise((resolve) => setTimeout(resolve, random() * RENEWAL_MS));
        await renewers[round % 3]?.kill();
        const reports = await Promise.all(asked);
        expect(countRenewals(simulator)).toBe(round);
        for (const [n, report] of reports.entries()) {
          if (!report || report.ok) continue;
          // Who got no token has said that a login is needed, which is so only where the new pair died with its process.
          expect([report.signedOut, saved()]).toEqual([(outs[n] ?? 0) + 1, before]);
        }
        renewers[round % 3] = await start();
        const credentials = issue(simulator);
        const back = await Promise.all(renewers.map(({ tell }) => tell({ kind: 'login', credentials })));
        expect(back.map((report) => report?.ok)).toEqual([true, true, true]);
        back.forEach((report, n) => {
          outs[n] = report?.signedOut ?? 0;
        });
      }
    },
    30_000 + rounds * 3_000,
  );
});
