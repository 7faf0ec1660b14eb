import { type SQL, sql } from 'drizzle-orm';
import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';

/** What stands in the database, counted when it is asked for: the same at every hub on it. */
const questions: readonly { name: string; help: string; labels: readonly string[]; rows: SQL }[] = [
  {
    name: 'samtale_outgoing_mails',
    help: 'Answers to customers that are not done with or failed, by state',
    labels: ['state'],
    rows: sql`select state, count(*) as value from outbound_state where state <> 'sent' and state <> 'cancelled' group by state`,
  },
  {
    name: 'samtale_notice_mails',
    help: 'Mails to agents who are away, by state; what is done is kept for a week',
    labels: ['state'],
    rows: sql`select state, count(*) as value from notice_mails group by state`,
  },
  {
    name: 'samtale_incoming_mails',
    help: 'Mails accepted and not yet in a conversation; tried: at least once in vain',
    labels: ['state'],
    rows: sql`select case when problem is null then 'waiting' else 'tried' end as state, count(*) as value
              from incoming_mails where state = 'waiting' group by 1`,
  },
  {
    name: 'samtale_mailboxes',
    help: 'Mailboxes of the team, by where reading them stands and what is wrong; not-sending: those that send nothing, once more',
    labels: ['state', 'problem'],
    rows: sql`select state, coalesce(problem, '') as problem, count(*) as value
              from channels, lateral (values
                (doc->'mailbox'->'standing'->>'state', doc->'mailbox'->'standing'->'problem'->>'code'),
                (case when doc->'mailbox'->'sending' is not null then 'not-sending' end, doc->'mailbox'->'sending'->'problem'->>'code')
              ) as stands (state, problem)
              where not deleted and state is not null group by 1, 2`,
  },
  {
    name: 'samtale_jobs',
    help: 'Jobs of the hub that are not done, by queue and state',
    labels: ['queue', 'state'],
    rows: sql`select name as queue, state::text as state, count(*) as value from jobs.job where state not in ('completed', 'cancelled') group by 1, 2`,
  },
];

/** Gauges that ask the database at each look. While it does not answer they are empty, and `samtale_database_up` is 0. */
export function databaseGauges(registry: Registry, db: Database, fault: (fault: unknown) => void): void {
  new Gauge({
    name: 'samtale_database_up',
    help: 'Whether the database answered at this look',
    registers: [registry],
    async collect() {
      this.set(
        await db.execute(sql`select 1`).then(
          () => 1,
          () => 0,
        ),
      );
    },
  });
  for (const { name, help, labels, rows } of questions)
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      async collect() {
        this.reset();
        try {
          for (const { value, ...of } of await rowsOf<Record<string, string>>(db, rows)) this.set(of, Number(value));
        } catch (cause) {
          fault(cause);
        }
      },
    });
}
