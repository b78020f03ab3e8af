import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL, PORT_CHANNEL } from './ipc/channels.ts';

// Repeats the value of shared/contract/shell.ts, checked by the type: importing it would bundle zod into the preload.
const portMessage: typeof import('#shared/contract/shell.ts').ENGINE_PORT_MESSAGE = 'perch:engine-port';

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

// A port cannot cross the context bridge, but a message to the page can transfer it.
ipcRenderer.on(PORT_CHANNEL, (event) => window.postMessage(portMessage, location.origin, [...event.ports]));
