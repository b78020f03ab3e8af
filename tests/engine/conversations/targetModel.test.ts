import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordTargets } from '#engine/conversations/targets.ts';
import { wakeSnoozed } from '#engine/conversations/wakeSnoozed.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { all } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { opened } from './support.ts';

const standard = { firstReplyMinutes: 40, nextReplyMinutes: 20 };
const END = 300;
const RUNS = Number(process.env.PERCH_TARGET_RUNS ?? 12);

/** What happens in a minute; `length` is that of a snooze. */
interface Step {
  readonly minute: number;
  readonly what: 'write' | 'reply' | 'snooze' | 'pending';
  readonly length: number;
}

/** [which reply, since, outcome, decided, replied], in minutes. */
type Result = readonly [string, number, string, number, number | null];

/** The office is open in the first 45 minutes of each hour, on wall clocks. */
const isOpen = (minute: number) => minute % 60 < 45;
const officeHours = {
  ranges: Array.from({ length: 10 }, (_, n) => {
    const hour = String(9 + n).padStart(2, '0');
    return { days: [1], from: `${hour}:00`, to: `${hour}:45` };
  }),
  holidays: [],
  timeZone: 'UTC',
};

/** The independent computation: it counts minutes. */
class Model {
  readonly results: Result[] = [];
  #view: 'open' | 'pending' | 'snoozed' = 'open';
  #wakesAt = 0;
  #isReplied = false;
  #waitsSince: number | null = 1;
  #elapsed = 0;
  #hitAt: number | null = null;

  step(minute: number, step: Step | undefined): void {
    if (this.#view === 'snoozed' && this.#wakesAt <= minute) this.#view = 'open';
    if (step) this[step.what](step);
    if (this.#waitsSince !== null && this.#hitAt !== null && !this.#find())
      this.results.push([...this.#key(), 'missed', this.#hitAt, null]);
    const runs = this.#view === 'open' && (!this.#isReplied || this.#waitsSince !== null);
    if (minute >= 1 && runs && isOpen(minute)) this.#elapsed += 1;
    const target = this.#isReplied ? standard.nextReplyMinutes : standard.firstReplyMinutes;
    if (this.#hitAt === null && this.#elapsed >= target) this.#hitAt = minute + 1;
  }

  write({ minute }: Step): void {
    this.#view = 'open';
    if (this.#waitsSince !== null) return;
    this.#waitsSince = minute;
    if (this.#isReplied) this.#restart();
  }

  reply({ minute }: Step): void {
    if (this.#waitsSince !== null) {
      const missed = this.#find();
      const isLate = this.#hitAt !== null && this.#hitAt < minute;
      const result: Result = [
        ...this.#key(),
        isLate ? 'missed' : 'met',
        isLate ? (this.#hitAt ?? 0) : minute,
        minute,
      ];
      if (missed) this.results[this.results.indexOf(missed)] = result;
      else this.results.push(result);
      this.#waitsSince = null;
    }
    if (this.#view === 'open') this.#view = 'pending';
    this.#isReplied = true;
    this.#restart();
  }

  snooze({ minute, length }: Step): void {
    this.#view = 'snoozed';
    this.#wakesAt = minute + length;
  }

  pending(): void {
    this.#waitsSince = null;
    if (this.#view !== 'snoozed') this.#view = 'pending';
  }

  #restart(): void {
    this.#elapsed = 0;
    this.#hitAt = null;
  }

  readonly #key = () =>
    [this.#isReplied ? 'next' : 'first', this.#isReplied ? (this.#waitsSince ?? 0) : 1] as const;
  readonly #find = () => {
    const [reply, since] = this.#key();
    return this.results.find((one) => one[0] === reply && one[1] === since);
  };
}

async function runEngine(steps: ReadonlyMap<number, Step>): Promise<Result[]> {
  const { ctx, clock, id, capture, read } = await opened(MORNING + MINUTE_MS);
  const call = createServe(ctx, handlers);
  await call('settings.set', { officeHours });
  await call('serviceLevels.set', { levels: [], standard });
  for (let minute = 1; minute <= END; minute += 1) {
    const at = MORNING + minute * MINUTE_MS;
    clock.jump(at - clock.now());
    wakeSnoozed(ctx);
    const step = steps.get(minute);
    if (step?.what === 'write') await capture([someMessage({ at })]);
    if (step?.what === 'reply') {
      const xId = `9${minute}`;
      putOutboxRow(ctx.db, { id: `o${minute}`, conversationId: id, at, state: 'sent', xId });
      await capture([someMessage({ xId, role: 'own', reason: null, at })]);
      read();
    }
    if (step?.what === 'snooze')
      await call('conversations.snooze', { id, until: at + step.length * MINUTE_MS });
    if (step?.what === 'pending') await call('conversations.setStatus', { id, status: 'pending' });
    recordTargets(ctx);
  }
  const minuteOf = (column: string) => `(${column} - ${MORNING}) / 60000`;
  const text = `SELECT reply, ${minuteOf('since')} AS since, outcome, ${minuteOf('decided_at')} AS decided,
    ${minuteOf('replied_at')} AS replied FROM target_results ORDER BY reply, since`;
  return all<Record<string, never>>(ctx.db, text).map((row) => Object.values(row) as unknown as Result);
}

const someSteps = fc.uniqueArray(
  fc.record({
    minute: fc.integer({ min: 5, max: END - 60 }),
    what: fc.constantFrom(
      'write' as const,
      'write' as const,
      'reply' as const,
      'snooze' as const,
      'pending' as const,
    ),
    length: fc.integer({ min: 2, max: 70 }),
  }),
  { selector: ({ minute }) => minute, maxLength: 10 },
);

test('what becomes of targets is what counting minutes gives, over random histories', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, async (list) => {
      const steps = new Map(list.map((step) => [step.minute, step]));
      const model = new Model();
      for (let minute = 1; minute <= END; minute += 1) model.step(minute, steps.get(minute));
      const expected = model.results.toSorted(([a, n], [b, m]) => a.localeCompare(b) || n - m);
      expect(await runEngine(steps)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});
