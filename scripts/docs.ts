import { writeFileSync } from 'node:fs';
import { toContractPage } from './docs/contractPage.ts';
import { toSchemaPage } from './docs/schemaPage.ts';

const docs = new URL('../docs/', import.meta.url);
writeFileSync(new URL('contract.md', docs), toContractPage());
writeFileSync(new URL('schema.sql', docs), toSchemaPage());
console.log('Wrote docs/contract.md and docs/schema.sql.');
