import { z } from 'zod';
import { AppError } from '../errors.ts';

/** The output of a command of the shell that may fail; without `error` it has succeeded. */
export const commandOutput = z.object({ error: AppError.optional() });
