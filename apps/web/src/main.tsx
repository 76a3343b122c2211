import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startWords } from './words/words.js';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/life.css';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element "app"');
const root = createRoot(place);
void startWords().then(() =>
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
