import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './page.js';
import './page.css';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element "app"');
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
