import { expect, it } from 'vitest';
import './no-eval';

it('E30 zod, loaded whenever, tries no new Function', async () => {
  const z = await import('zod/mini');
  expect(z.config().jitless).toBe(true);
});
