import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectFolder } from '../scripts/projectFolder.ts';

/** A message of a thread. */
interface CareMessage {
  readonly id: string;
  readonly from: 'customer' | 'agent' | 'other';
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

/** A public conversation of a company with a customer; its last message of the company links to a document. */
export interface CareThread {
  readonly id: string;
  readonly company: string;
  readonly messages: readonly CareMessage[];
}

/** The real conversations of bench/data/README.md, by company. */
export function readCareThreads(): Map<string, CareThread[]> {
  const file = readFileSync(join(projectFolder, 'bench/data/care-threads.json.gz'));
  const companies = new Map<string, CareThread[]>();
  for (const thread of JSON.parse(gunzipSync(file).toString()) as CareThread[]) {
    companies.set(thread.company, [...(companies.get(thread.company) ?? []), thread]);
  }
  return companies;
}
