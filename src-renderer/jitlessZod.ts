import { z } from 'zod';

// Schemas compiled at run time need eval, which the content security policy forbids. Must run before any schema is made.
z.config({ jitless: true });
