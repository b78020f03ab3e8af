import { z } from 'zod';

// zod compiles schemas with eval, which the content security policy forbids. Must be imported before any schema is
// created.
z.config({ jitless: true });
