import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requirementsPage } from './requirements-page';
import { traceRequirements } from './trace';

writeFileSync(fileURLToPath(new URL('../../docs/requirements.md', import.meta.url)), requirementsPage(traceRequirements()));
