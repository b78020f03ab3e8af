import { z } from 'zod';
import { GuardCode } from '../guards.ts';
import { compilePattern, MAX_PATTERN } from './safePattern.ts';

/** A host name such as `example.com`, without a scheme or a path. */
const Host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+$/u, {
    error: 'must be a host such as example.com, without https:// and without a path',
  });

/** Numbers of this company's own, such as those of orders; see `compilePattern` for the signs. */
export const OwnPattern = z.object({
  name: z.string().trim().min(1).max(60),
  pattern: z
    .string()
    .trim()
    .max(MAX_PATTERN)
    .refine((pattern) => compilePattern(pattern) !== null, {
      error: 'must have at least 4 letters, digits or signs, one of # ? *, and at most two +',
    }),
});
export type OwnPattern = z.infer<typeof OwnPattern>;

/** How the guards judge replies; each setting has a default of its own. */
export const guardSettings = {
  /** The guards that are off. */
  guardsOff: z.array(GuardCode),
  /** The countries whose phone numbers are known, as ISO 3166 codes such as `BE`; null chooses by the time zone. */
  servedCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(60)
    .nullable(),
  ownPatterns: z.array(OwnPattern).max(50),
  /** The hosts of the company's own pages, with everything below them; its own posts teach Perch more. */
  companyLinks: z.array(Host).max(200),
  /** The company's own public phone numbers, addresses and email addresses; `@example.com` stands for all of a host. */
  ownPublicData: z.array(z.string().trim().min(4).max(200)).max(100),
};
