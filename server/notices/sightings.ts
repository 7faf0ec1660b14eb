import { eq, sql } from 'drizzle-orm';
import type { Id } from '../../domain/model/ids';
import { isLocale, type Locale } from '../../utils/i18n/locale';
import type { Database } from '../db/database';
import { sightings } from './notice-schema';

/** When each agent was last seen on any device of theirs, ms, and in which language. Kept in memory and written down now and then: every beat of every socket comes by here. */
export class Sightings {
  private readonly fresh = new Map<Id, { at: number; locale: Locale | undefined }>();

  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {}

  note(agentId: Id, locale?: Locale) {
    this.fresh.set(agentId, { at: this.now(), locale: locale ?? this.fresh.get(agentId)?.locale });
  }

  /** The language their devices spoke last, where that is known. */
  async localeOf(agentId: Id): Promise<Locale | undefined> {
    const fresh = this.fresh.get(agentId)?.locale;
    if (fresh) return fresh;
    const [row] = await this.db.select({ locale: sightings.locale }).from(sightings).where(eq(sightings.agentId, agentId));
    return isLocale(row?.locale) ? row.locale : undefined;
  }

  /** In order, so that two hubs that write at once lock alike. */
  async flush(): Promise<void> {
    const rows = [...this.fresh]
      .map(([agentId, { at, locale }]) => ({ agentId, at, locale: locale ?? null }))
      .sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
    if (rows.length === 0) return;
    await this.db
      .insert(sightings)
      .values(rows)
      .onConflictDoUpdate({
        target: sightings.agentId,
        set: { at: sql`greatest(sightings.at, excluded.at)`, locale: sql`coalesce(excluded.locale, sightings.locale)` },
      });
    // Who was seen again meanwhile stays for the next time.
    for (const { agentId, at } of rows) if (this.fresh.get(agentId)?.at === at) this.fresh.delete(agentId);
  }
}

/** As far as any hub on the database has written down. */
export async function lastSeen(db: Database, agentId: Id): Promise<{ at: number | null; locale: Locale }> {
  const [row] = await db.select().from(sightings).where(eq(sightings.agentId, agentId));
  return { at: row?.at ?? null, locale: isLocale(row?.locale) ? row.locale : 'en' };
}
