import type { Mailbox } from '../model/mailbox';

/** Since when a mailbox fails at reading, sending or both; one that is signed out does not fail. */
export function stoppedSince({ standing, sending }: Mailbox): number | undefined {
  const since = [...(standing.state === 'failing' ? [standing.since] : []), ...(sending ? [sending.since] : [])];
  return since.length > 0 ? Math.min(...since) : undefined;
}
