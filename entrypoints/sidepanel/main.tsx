import '../../utils/browser/no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterOpening } from '../../components/opening/ahead';
import { Panel } from '../../components/panel/panel';
import '../../components/ui/styles/samtale.css';

const root = document.getElementById('root');
if (!root) throw new Error('sidepanel/index.html has no #root');
void afterOpening().then(() =>
  createRoot(root).render(
    <StrictMode>
      <Panel />
    </StrictMode>,
  ),
);
