import { createStore, type StoreApi } from 'zustand';
import type { EngineLink } from '../engine/engineLink.ts';

/** How much of the pictures of a reply X has, from 0 to 1, by the id of the reply in the outbox. */
export type Uploads = Readonly<Record<string, number>>;

/** Follows the uploads of an engine. One is gone once its reply goes on, waits or is taken back, and when the engine stops. */
export function createUploads(link: Pick<EngineLink, 'onEvent' | 'onState'>): StoreApi<Uploads> {
  const store = createStore<Uploads>()(() => ({}));
  const forget = (id: string) => {
    const { [id]: gone, ...others } = store.getState();
    if (gone !== undefined) store.setState(others, true);
  };
  link.onEvent((event) => {
    if (event.name === 'outbox.uploading') {
      const { id, sentBytes, totalBytes } = event.params;
      store.setState({ [id]: totalBytes > 0 ? sentBytes / totalBytes : 1 });
    } else if (event.name === 'outbox.changed') forget(event.params.id);
  });
  link.onState(() => store.setState({}, true));
  return store;
}
