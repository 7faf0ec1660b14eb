import '../../utils/browser/no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterOpening } from '../../components/opening/ahead';
import { Triage } from '../../components/triage/triage';
import '../../components/ui/styles/samtale.css';

const root = document.getElementById('root');
if (!root) throw new Error('popup/index.html has no #root');
void afterOpening().then(() =>
  createRoot(root).render(
    <StrictMode>
      <Triage />
    </StrictMode>,
  ),
);
