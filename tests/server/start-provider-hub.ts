import { FakeGoogle } from '../support/fake-google';
import { FakeMicrosoft } from '../support/fake-microsoft';
import { fetchFrom } from '../support/fake-provider';
import { workspaceId } from '../support/rows';
import { MailboxHub } from './mailbox-hub';

/** A hub whose whole outside is a Google and a Microsoft, with the administrator's clients for both, by their API. */
export async function startProviderHub() {
  const google = new FakeGoogle();
  const microsoft = new FakeMicrosoft();
  const [hub] = await Promise.all([MailboxHub.start(), google.start(), microsoft.start()]);
  hub.outside = fetchFrom(google, microsoft);
  for (const provider of ['google', 'microsoft'] as const)
    await hub.provider.clients.put(workspaceId, provider, {
      clientId: 'client-1',
      secret: 'hemmelig klient',
      tenant: 'organizations',
      access: 'api',
    });
  const stop = async () => {
    await hub.stop();
    await Promise.all([google.stop(), microsoft.stop()]);
  };
  return { hub, google, microsoft, stop };
}
