import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { pageStyle } from './page-style';

const colours = (css: string) =>
  // The first of a name: later ones answer to `prefers-contrast`.

  new Map(
    [...css.matchAll(/--color-([\w-]+):\s*light-dark\(\s*(#\w+),\s*(#\w+)\s*\)/g)]
      .map(([, name, light, dark]) => [name, `${light} ${dark}`] as const)
      .reverse(),
  );

it('the hub’s pages wear the extension’s colours', async () => {
  const theme = colours(await readFile(new URL('../../components/ui/styles/theme.css', import.meta.url), 'utf8'));
  const own = colours(pageStyle);
  expect(own.size).toBeGreaterThan(10);
  for (const [name, value] of own) expect([name, value]).toEqual([name, theme.get(name)]);
});
