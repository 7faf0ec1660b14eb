import '../../utils/browser/no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SettingsPage } from '../../components/settings/settings-page';
import '../../components/ui/styles/samtale.css';
import '../../components/settings/settings.css';

const root = document.getElementById('root');
if (!root) throw new Error('options/index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <SettingsPage />
  </StrictMode>,
);
