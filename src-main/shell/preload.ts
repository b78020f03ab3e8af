import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL, PORT_CHANNEL } from './ipc/channels.ts';

const bridge: import('#shared/contract/shell.ts').ShellBridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent: (listener) => {
    const receive = (_event: unknown, shellEvent: unknown) => listener(shellEvent);
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, receive);
    };
  },
};

contextBridge.exposeInMainWorld('perch', bridge);

// A port cannot cross the context bridge; a message to the page's own world can carry it.
ipcRenderer.on(PORT_CHANNEL, (event, workspaceId: string) => {
  const message: import('#shared/contract/shell.ts').EnginePortMessage = {
    type: 'perch:engine-port',
    workspaceId,
  };
  window.postMessage(message, location.origin, [...event.ports]);
});
