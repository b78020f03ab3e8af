import type { EngineOutput } from '#shared/contract/engine.ts';

type Report = EngineOutput<'reports.surveys'>;
type Csat = Report['csat'];

export const half = { value: 0.5, low: 0.3, high: 0.7 };

/** 40 scores, of which 36 are the best. */
export const csatFigures: Csat['figures'] = {
  responses: 40,
  isTooFew: false,
  mean: 4.7,
  satisfied: { value: 0.9, low: 0.77, high: 0.96 },
  distribution: [1, 2, 3, 4, 5].map((score) => ({ score, count: score === 5 ? 36 : score === 2 ? 4 : 0 })),
};

export const sentPeriod = { sent: 60, responseRate: half };

/** What came of 60 surveys about CSAT. */
export const aCsatReport = (change: Partial<Csat> = {}): Csat => ({
  ...sentPeriod,
  figures: csatFigures,
  groups: [],
  comparison: null,
  ...change,
});

export const aGroup = (change: Partial<Csat['groups'][number]>): Csat['groups'][number] => ({
  ...sentPeriod,
  key: 'a1',
  label: 'Sam',
  figures: csatFigures,
  ...change,
});

const nps: Report['nps'] = {
  ...sentPeriod,
  figures: {
    responses: 20,
    isTooFew: false,
    mean: 8.5,
    distribution: [{ score: 10, count: 20 }],
    promoters: 15,
    passives: 3,
    detractors: 2,
    nps: { value: 65, low: 40, high: 80 },
  },
  groups: [],
  comparison: null,
};

/** A report on 60 surveys of each scale. */
export const aReport = (change: Partial<Report> = {}): Report => ({
  asKnownOn: 1,
  csat: aCsatReport(),
  nps,
  ...change,
});
