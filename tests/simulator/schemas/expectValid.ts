import { Ajv } from 'ajv';
import { expect } from 'vitest';
import type { Schema } from './parts.ts';

const ajv = new Ajv({ allErrors: true, strict: true });

/** Fails with every violation of `schema` in `value`. */
export function expectValid(schema: Schema, value: unknown): void {
  const validate = ajv.compile({ ...schema });
  validate(value);
  expect(validate.errors ?? [], JSON.stringify(value)).toEqual([]);
}
