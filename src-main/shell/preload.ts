import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL, PORT_CHANNEL } from './ipc/channels.ts';
import { toSpellCheck } from './spelling/toSpellCheck.ts';

const bridge: import('#shared/contract/shell.ts').ShellBridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent: (listener) => {
    const receive = (_event: unknown, shellEvent: unknown) => listener(shellEvent);
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, receive);
    };
  },
  pathOf: (file) => webUtils.getPathForFile(file as File),
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

// On macOS the system checks the spelling. The language is none of Chromium's business here: it only says how to split words.
if (process.platform !== 'darwin') {
  webFrame.setSpellCheckProvider('en', {
    spellCheck: toSpellCheck({
      readField: () =>
        document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : '',
      findWrong: async (words) => {
        const { wrong } = await ipcRenderer.invoke(CALL_CHANNEL, 'spelling.check', { words });
        return wrong;
      },
    }),
  });
}
