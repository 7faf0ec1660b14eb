import * as z from 'zod/mini';
import { Id, type Id as IdType, inboxSpace } from '../../domain/model/ids';
import { type Doing, Place, type Present } from '../../sync/protocol';
import type { HubDatabase } from '../db/database';
import type { HubStore } from '../sync/hub-store';

/** Name of the NOTIFY channel; the payload is what one client says of itself. Nothing of it is written anywhere (THR-14). */
const presenceChannel = 'samtale_presence';
/** ms: a browser that died or lost its line is gone after this; one that lives says so every 20 s. */
const usual = { lapse: 30_000 };

const Said = z.object({ client: z.string(), agentId: Id, places: z.array(Place) });
type Said = z.infer<typeof Said>;

interface Seat {
  agentId: IdType;
  tell(conversationId: IdType, who: Present[]): void;
}

type Query = HubDatabase['query'];

/** Who has which conversation open just now, told to those who have it open too: members of its inbox to members of it (D20). */
export class Presence {
  /** All clients, whichever hub on this database they speak to. */
  private readonly clients = new Map<string, Said & { gone: NodeJS.Timeout }>();
  /** Those of this hub. */
  private readonly seats = new Map<string, Seat>();
  private query: Query | undefined;

  constructor(
    private readonly store: HubStore,
    private readonly fault: (fault: unknown) => void,
    private readonly times: Readonly<typeof usual> = usual,
  ) {}

  async listen(database: HubDatabase): Promise<void> {
    this.query = (text, values) => database.query(text, values);
    await database.listen(presenceChannel, (payload) => this.hear(payload).catch(this.fault));
  }

  /** A client is connected; it says where it is when that changes and with every beat, and `[]` when it goes. */
  sit(client: string, seat: Seat): (places: readonly Place[]) => void {
    this.seats.set(client, seat);
    return (places) => {
      const said: Said = { client, agentId: seat.agentId, places: [...places] };
      this.query?.('select pg_notify($1, $2)', [presenceChannel, JSON.stringify(said)]).catch(this.fault);
    };
  }

  leave(client: string): void {
    this.seats.delete(client);
  }

  stop(): void {
    for (const { gone } of this.clients.values()) clearTimeout(gone);
    this.clients.clear();
    this.query = undefined;
  }

  private async hear(payload: string): Promise<void> {
    if (!this.query) return;
    const said = Said.parse(JSON.parse(payload));
    const before = this.forget(said.client);
    if (said.places.length > 0) {
      const gone = setTimeout(() => void this.tellAll(this.forget(said.client)).catch(this.fault), this.times.lapse);
      this.clients.set(said.client, { ...said, gone });
    }
    await this.tellAll([...before, ...said.places]);
  }

  private forget(client: string): readonly Place[] {
    const known = this.clients.get(client);
    clearTimeout(known?.gone);
    this.clients.delete(client);
    return known?.places ?? [];
  }

  private async tellAll(places: readonly Place[]): Promise<void> {
    for (const conversationId of new Set(places.map((place) => place.conversationId))) await this.tell(conversationId);
  }

  /** Membership is asked each time: who left the inbox a moment ago is neither told nor told of. */
  private async tell(conversationId: IdType): Promise<void> {
    const asked = this.at(conversationId);
    if (!asked.some(({ client }) => this.seats.has(client))) return;
    const members = await this.membersAmong(
      asked.map(({ agentId }) => agentId),
      conversationId,
    );
    // As it is now: what changed while the database was asked is told of by itself, perhaps before this.
    const here = this.at(conversationId).filter(({ agentId }) => members.has(agentId));
    const who = new Map<IdType, Doing>();
    for (const { agentId, doing } of here) if ((who.get(agentId) ?? 'reading') === 'reading') who.set(agentId, doing);
    for (const { client, agentId } of here) {
      const others = [...who].filter(([one]) => one !== agentId).map(([one, doing]) => ({ agentId: one, doing }));
      this.seats.get(client)?.tell(conversationId, others);
    }
  }

  private at(conversationId: IdType) {
    return [...this.clients.values()].flatMap(({ client, agentId, places }) =>
      places.filter((place) => place.conversationId === conversationId).map(({ doing }) => ({ client, agentId, doing })),
    );
  }

  private async membersAmong(agents: readonly IdType[], conversationId: IdType): Promise<Set<IdType>> {
    const conversation = await this.store.transaction('all', ({ reader }) => reader.find('conversations', conversationId));
    if (!conversation) return new Set();
    const space = inboxSpace(conversation.inboxId);
    return this.store.snapshot(async (snapshot) => {
      const members = new Set<IdType>();
      for (const agent of new Set(agents)) {
        if ((await snapshot.agent(agent))?.active && (await snapshot.spacesOf(agent)).includes(space)) members.add(agent);
      }
      return members;
    });
  }
}
