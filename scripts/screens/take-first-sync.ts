import { test } from '../../tests/e2e/fixtures';
import { GateServer } from '../../tests/e2e/support/gate-server';
import { signIn } from '../../tests/e2e/support/sign-in';
import { take } from './take';

// Held between two of its pages, so that the picture shows one on the way.
test.use({ build: 'gates' });

test('first sync', async ({ context, worker, openPage, hub }) => {
  const gates = await GateServer.start();
  await gates.guard(worker);
  gates.hold('bootstrap:applied');
  const page = await openPage('sidepanel.html');
  await signIn(context, page, hub);
  await gates.reached();
  await page.locator('footer').getByText(/ of /).waitFor();
  await page.getByRole('option').first().waitFor();
  await page.mouse.move(200, 10);
  await take(page, 'first-sync');
  gates.release();
  await gates.close();
});
