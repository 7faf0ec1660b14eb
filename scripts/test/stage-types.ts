import { failed, passed, type Stage, sum } from './result';
import { runNode } from './run';

/** Everything; then the rulebook without DOM and Node; then what hub and extension share, which names no browser API (X16). */
const projects = ['tsconfig.json', 'domain/tsconfig.json', 'tests/architecture/shared.tsconfig.json'];

export const types: Stage = async (options) => {
  if ((await runNode('node_modules/wxt/bin/wxt.mjs', ['prepare'], options)) !== 0) return failed('types: wxt prepare');
  const results = [];
  for (const project of projects) {
    const code = await runNode('node_modules/typescript/bin/tsc', ['-p', project], options);
    results.push(code === 0 ? passed() : failed(`types: tsc -p ${project}`));
  }
  return sum(results);
};
