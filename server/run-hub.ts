import type { DevelopmentRoutes } from './http/app';
import { type RunningHub, startHub } from './hub';
import { hubOptions, usage } from './hub-options';
import { HubRefused } from './start/hub-refused';

/** ms a clean shutdown may take; what hangs longer is left to the next start. */
const patience = 2800;

const outgoingMail: Record<RunningHub['outgoing'], (url: string) => string> = {
  'mail-server': () => 'goes through SAMTALE_SMTP_URL',
  mailbox: (url) => `stays here: ${url}/mailbox`,
  waits: () => 'waits for a mail server: set SAMTALE_SMTP_URL',
};

/** The hub as a program: its options from the command line, its faults on stderr, a signal ends it. */
export async function runHub(development?: DevelopmentRoutes): Promise<void> {
  if (process.argv.includes('--help')) return console.log(usage);
  let stopHub: (() => Promise<void>) | undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), patience).unref();
    await stopHub?.();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  const fault = (cause: unknown) => console.error(new Date().toISOString(), cause);
  // A fault nobody waited for is told like any other; one request's mistake must not end the hub for all.
  process.on('unhandledRejection', fault);

  try {
    const options = hubOptions(process.argv.slice(2), process.env);
    const hub = await startHub(options, fault, development);
    stopHub = hub.stop;
    if (options.json) {
      const { url, smtp, addresses, outgoing } = hub;
      const mailbox = outgoing === 'mailbox' ? `${url}/mailbox` : null;
      console.log(JSON.stringify({ url, smtp, invitation: (await hub.invite()).link, addresses, mailbox }));
    } else {
      // A service's output is kept and read by others: there the link comes only until somebody is in (docs/decisions/0014).
      const wayIn = hub.unused || process.stdout.isTTY ? await hub.invite() : undefined;
      console.log(`Samtale's hub is ready.

  Address         ${hub.url}
  Takes mail for  ${hub.addresses.join(', ') || 'no address yet'}
                  by SMTP on ${hub.smtp.host} port ${hub.smtp.port}
  Outgoing mail   ${outgoingMail[hub.outgoing](hub.url)}
${wayIn ? `  Sign in         as ${wayIn.name}, once, within 72 hours: ${wayIn.link}\n` : ''}
Ctrl-C stops it.`);
    }
  } catch (cause) {
    if (cause instanceof HubRefused) console.error(`The hub did not start: ${cause.message}`);
    else console.error('The hub did not start:', cause);
    process.exit(1);
  }
}
