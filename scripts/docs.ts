import { writeFileSync } from 'node:fs';
import { toContractPage } from './docs/contractPage.ts';

writeFileSync(new URL('../docs/contract.md', import.meta.url), toContractPage());
console.log('Wrote docs/contract.md.');
