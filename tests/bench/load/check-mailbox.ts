import { join } from 'node:path';
import type { HubDatabase } from '../../../server/db/database';
import { openPGlite } from '../../../server/db/open-pglite';
import { openPostgres } from '../../../server/db/open-postgres';
import type { Brought } from './import-mailbox';

/** Looks into the database of a hub that has stopped: every mail is one message, and none is two. Answers sentences, none when all is well. */
export async function whatIsWrong(
  place: { data: string; databaseUrl: string | undefined },
  { channelId, mails, rfcMessageIds }: Brought,
): Promise<string[]> {
  const database = place.databaseUrl ? openPostgres(place.databaseUrl, console.error) : await openPGlite(join(place.data, 'database'));
  try {
    const rows = <Row>(text: string) => rowsIn<Row>(database, text);
    const wrong: string[] = [];
    const ids = await rows<{ id: string; count: string }>(`select doc->>'rfcMessageId' as id, count(*) as count from mail_ids group by 1`);
    const counts = new Map(ids.map(({ id, count }) => [id, Number(count)]));
    const bare = (id: string) => id.replace(/^<|>$/g, '');
    const countOf = (id: string) => counts.get(id) ?? counts.get(bare(id)) ?? 0;
    const lost = rfcMessageIds.filter((id) => countOf(id) === 0);
    const twice = rfcMessageIds.filter((id) => countOf(id) > 1);
    if (lost.length > 0) wrong.push(`LOST ${lost.length}: ${lost.slice(0, 5).join(' ')}`);
    if (twice.length > 0) wrong.push(`TWICE ${twice.length}: ${twice.slice(0, 5).join(' ')}`);
    const [fates] = await rows<Record<'all' | 'waiting' | 'nothing' | 'known' | 'raws', string>>(
      `select count(*) as all, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where became is null) as nothing,
              count(*) filter (where became->>'how' = 'known') as known, count(distinct raw_hash) as raws
       from incoming_mails where channel_id = '${channelId}'`,
    );
    const [{ count } = { count: '0' }] = await rows<{ count: string }>(`select count(*) as count from mail_ids`);
    console.log(`messages ${count}; mails fetched ${fates?.all} (${fates?.raws} different), already known ${fates?.known}`);
    if (Number(fates?.raws) !== mails) wrong.push(`${fates?.raws} different mails were fetched of ${mails}`);
    if (Number(fates?.waiting) > 0 || Number(fates?.nothing) > 0) wrong.push(`${fates?.waiting} wait, ${fates?.nothing} became nothing`);
    if (Number(count) + Number(fates?.known) !== Number(fates?.all)) wrong.push(`${count} messages of ${fates?.all} fetched, ${fates?.known} known`);
    const [{ known } = { known: '0' }] = await rows<{ known: string }>(
      `select count(*) as known from incoming_mails where became->>'how' = 'known' and rfc_message_id like '%@mail.example%'
         and not exists (select 1 from incoming_mails first where first.raw_hash = incoming_mails.raw_hash and first.became->>'how' <> 'known')`,
    );
    if (Number(known) > 0) wrong.push(`${known} mails were taken for others`);
    return wrong;
  } finally {
    await database.close();
  }
}

async function rowsIn<Row>(database: HubDatabase, text: string): Promise<Row[]> {
  return (await database.query(text)).rows as Row[];
}
