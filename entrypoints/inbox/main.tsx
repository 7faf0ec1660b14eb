import '../../utils/browser/no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FullPage } from '../../components/page/full-page';
import '../../components/ui/styles/samtale.css';

const root = document.getElementById('root');
if (!root) throw new Error('inbox/index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <FullPage />
  </StrictMode>,
);
