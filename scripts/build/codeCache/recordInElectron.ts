import { app, MessageChannelMain, utilityProcess } from 'electron';

/*
 * Records the code cache of the engine in a utility process of Electron, whose V8 has other flags than that of Node or of Electron run as
 * Node. Arguments: the recorder, the bundle, and an empty folder.
 */

const [recorder = '', bundle = '', folder = ''] = process.argv.slice(-3);
app.setPath('userData', folder);
app.dock?.hide();
void app.whenReady().then(() => {
  const engine = utilityProcess.fork(recorder, [bundle]);
  engine.on('exit', (code) => app.exit(code));
  engine.on('message', ({ type }) => {
    if (type !== 'ready') return;
    const { port1, port2 } = new MessageChannelMain();
    port2.on('message', () => engine.postMessage({ type: 'stop' }));
    port2.start();
    port2.postMessage({ jsonrpc: '2.0', id: 1, method: 'conversations.list', params: { view: 'queue' } });
    engine.postMessage({ type: 'port' }, [port1]);
  });
  const options = { dataDir: folder, agentName: 'Agent', tokens: null, pollSeconds: 0 };
  engine.postMessage({ type: 'start', options });
});
