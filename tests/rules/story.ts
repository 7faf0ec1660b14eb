import type { Left } from '../../domain/core/define-mutation';
import type { Refusal } from '../../domain/core/refusal';
import { tableNames } from '../../domain/core/tables';
import { type Id, inboxSpace, workspaceSpace } from '../../domain/model/ids';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { World } from '../support/world';

export interface Person {
  name: string;
  address: string;
}

/** Who writes, where the row does not say it. */
const writers: Record<string, string> = { A: 'Kim', B: 'Lea', C: 'Ole' };

/**
 * One row of a table, being played: the fixed cast and what became of it. Ann (who has account access), Bo and Dan are members of Support, Carl of
 * Sales. Kim, Lea and Ole write; A, B and C are conversations, each of one of them, T and U tickets, a team is called by its own name.
 */
export class Story {
  readonly world = new World();
  readonly dan = this.world.id();
  /** How the last act of all ended. */
  refused: Refusal | undefined;
  /** Of an act on many: those it left as they were. */
  left: Left['left'] = [];
  private readonly conversations = new Map<string, Id>();
  private readonly ids = new Map<string, Id>();
  /** Acts that were done, newest last; `on`: what one on many was done to. */
  readonly acts: { by: Id | 'host'; uuid: Id; on: readonly Id[] | undefined }[] = [];
  private before = '';

  constructor() {
    const { world } = this;
    const dan = { id: this.dan, space: workspaceSpace(world.workspaceId), name: 'Dan Vik', email: 'dan@havnegaard.example' };
    world.rows.put('agents', { ...dan, accountAccess: false, superAdmin: false, active: true });
    world.rows.put('members', { id: world.id(), space: inboxSpace(world.support), inboxId: world.support, agentId: this.dan });
  }

  agent(name: string): Id {
    const { ann, bo, carl } = this.world;
    const id = { Ann: ann, Bo: bo, Carl: carl, Dan: this.dan }[name];
    if (!id) throw new Error(`nobody is called ${name}`);
    return id;
  }

  inbox = (name: string): Id => (name === 'Sales' ? this.world.sales : this.world.support);
  person = (name: string): Person => ({ name, address: `${name.toLowerCase()}@kunde.example` });
  ticket = (name: string): Id => this.named(`ticket ${name}`);

  /** The id of something called by a name, made up where it is first called so. */
  named(name: string): Id {
    const id = this.ids.get(name) ?? this.world.id();
    this.ids.set(name, id);
    return id;
  }

  /** Begins, as an e-mail of its writer to Support, unless it has begun. */
  async conversation(name: string): Promise<Id> {
    return this.conversations.get(name) ?? this.begin(name, (await this.world.mailFrom(this.person(writers[name] ?? ''))).conversationId);
  }

  /** From here on that conversation is called by this name. */
  begin(name: string, conversationId: Id): Id {
    if (this.conversations.has(name)) throw new Error(`${name} has begun already`);
    this.conversations.set(name, conversationId);
    return conversationId;
  }

  /** A member of the inbox something lies in, for what has to be so without it mattering who did it. */
  memberOf = ({ inboxId }: { inboxId: Id }): Id => (inboxId === this.world.sales ? this.world.carl : this.world.ann);

  /** Somebody does something; how it ended is in `refused`. */
  async act<N extends MutationName>(by: Id | 'host', name: N, args: ArgsOf<N>): Promise<void> {
    if (this.refused) throw new Error(`nothing may follow an act that is refused: ${this.refused.refused}`);
    const { uuid, refused, left } = await this.world.try(by, name, args);
    this.refused = refused;
    this.left = left;
    const on = name === 'actOnMany' ? (args as ArgsOf<'actOnMany'>).ids.filter((id) => !left.some((one) => one.id === id)) : undefined;
    if (!refused) this.acts.push({ by, uuid, on });
  }

  /** Takes back the last thing this agent did. */
  async undo(agentId: Id): Promise<void> {
    const act = this.acts.findLast(({ by }) => by === agentId);
    if (!act) throw new Error('they have done nothing to take back');
    if (act.on) await this.act(agentId, 'actOnMany', { act: 'undo', actId: act.uuid, ids: act.on.toReversed() });
    else await this.act(agentId, 'undo', { actId: act.uuid });
  }

  /** All there is, but for what one could undo. */
  private everything = () => JSON.stringify(tableNames.filter((table) => table !== 'undoEntries').map((table) => this.world.rows.all(table)));

  remember() {
    this.before = this.everything();
  }

  isAsRemembered = () => this.everything() === this.before;
}
