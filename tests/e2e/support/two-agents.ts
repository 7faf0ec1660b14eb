import { expect } from '@playwright/test';
import { administrator } from './administrator';
import { connect } from './connect';
import { HubProcess } from './hub-process';
import { browserOf, fillJoinForm, inviteByPanel, type Person, signedIn, someone } from './people';

type Agent = Awaited<ReturnType<typeof browserOf>>;

/** A hub of their own with the sample workspace, its administrator and a colleague they invited, each in a browser with the list on the screen. */
export async function twoAgents(act: (people: { hub: HubProcess; admin: Agent; colleague: Agent; person: Person }) => Promise<void>) {
  const hub = await HubProcess.start({ sample: true });
  const admin = await browserOf();
  const colleague = await browserOf();
  try {
    await administrator(hub, admin);
    await admin.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    const person = someone();
    const tab = await colleague.context.newPage();
    await tab.goto(await inviteByPanel(admin.page, { name: person.name, email: person.email }));
    await fillJoinForm(tab, person);
    await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    await tab.close();
    await connect(colleague.context, colleague.page, hub.url);
    await signedIn(colleague.page);
    await colleague.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    await act({ hub, admin, colleague, person });
  } finally {
    await Promise.allSettled([colleague.close(), admin.close()]);
    await hub.stop();
  }
}
