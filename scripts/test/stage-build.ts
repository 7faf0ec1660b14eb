import { failed, passed, type Stage, sum } from './result';
import { runNode } from './run';

/** The extension people get, and the same code with the gates that let a test stop it at named points. */
export const build: Stage = async (options) => {
  const results = [];
  for (const variant of ['', '1']) {
    const env = { ...options.env, SAMTALE_GATES: variant };
    const code = await runNode('node_modules/wxt/bin/wxt.mjs', ['build'], { root: options.root, env });
    results.push(code === 0 ? passed() : failed(`build: wxt build${variant && ' with SAMTALE_GATES=1'}`));
  }
  return sum(results);
};
