import './jitlessZod.ts';
import '@fontsource-variable/inter/index.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createEnginePorts, listenForPorts } from './engine/enginePorts.ts';
import { createShellClient } from './shell/shellClient.ts';

const root = document.getElementById('root');
if (!root || !window.perch) throw new Error('The page lacks its root or its bridge');

const ports = createEnginePorts();
listenForPorts(ports);
createRoot(root).render(
  <StrictMode>
    <App ports={ports} shell={createShellClient(window.perch)} />
  </StrictMode>,
);
