import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '#shared/domain/language.ts';
import type { SpellingRequest, SpellingResponse } from './protocol.ts';
import { openSpeller, type Speller } from './speller.ts';

// A thread of its own, since Hunspell takes up to a second for a suggestion. `workerData` is the folder of the dictionaries.

const folder = String(workerData);
const spellers = new Map<Language, Promise<Speller>>();

parentPort?.on('message', async (request: SpellingRequest) => {
  parentPort?.postMessage(await respond(request));
});

async function respond({ id, kind, language, words }: SpellingRequest): Promise<SpellingResponse> {
  const opening = spellers.get(language) ?? openSpeller(folder, language);
  spellers.set(language, opening);
  try {
    const speller = await opening;
    const found =
      kind === 'check'
        ? words.filter((word) => !speller.isRight(word))
        : words.flatMap((word) => speller.suggest(word));
    return { id, found };
  } catch (error) {
    return { id, failed: String(error) };
  }
}
