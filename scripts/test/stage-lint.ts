import { failed, passed, type Stage } from './result';
import { runNode } from './run';

export const lint: Stage = async (options) => {
  const code = await runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=50', '.'], options);
  return code === 0 ? passed() : failed('lint: biome check (npm run fix mends what can be mended by itself)');
};
