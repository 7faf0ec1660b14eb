import { failed, passed, type Stage, sum } from './result';
import { runNode } from './run';

/** The extension people get, for Chromium and for Firefox, and the same code with the gates that let a test stop it at named points. */
export const build: Stage = async (options) => {
  const results = [];
  for (const { gates, args } of variants) {
    const env = { ...options.env, SAMTALE_GATES: gates };
    const code = await runNode('node_modules/wxt/bin/wxt.mjs', ['build', ...args], { root: options.root, env });
    results.push(code === 0 ? passed() : failed(`build: wxt ${['build', ...args].join(' ')}${gates && ' with SAMTALE_GATES=1'}`));
  }
  return sum(results);
};

const variants = [
  { gates: '', args: [] },
  { gates: '1', args: [] },
  { gates: '', args: ['-b', 'firefox'] },
];
