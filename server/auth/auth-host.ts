import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Refusal } from '../../domain/core/refusal';
import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import type { Invitation } from '../../domain/model/invitation';
import type { Locale } from '../../utils/i18n/locale';

/** What signing in needs from the rest of the hub. Agents and invitations are the rulebook's; users and sessions are kept here. */
export interface AuthHost {
  db: PgDatabase<PgQueryResultHKT>;
  /** Where people reach the hub, e.g. `https://hub.example.com`: an origin, without a path. */
  baseUrl: string;
  /** What the pages call the hub: its workspace's name, which may change. */
  name(): Promise<string>;
  /** Exact redirect URIs of the extension, one per store it comes from (K21). */
  redirectUris: readonly string[];
  /** Made by `hubSecret`, never a default. */
  secret: string;
  /** Told of faults; a person only ever sees a sentence. */
  report(fault: unknown): void;
  people: {
    findAgent(agentId: Id): Promise<Agent | undefined>;
    findInvitation(tokenHash: string): Promise<Invitation | undefined>;
    /** Runs `acceptInvitation`: uses the invitation once, and makes the agent `agentId` when it names none yet. */
    acceptInvitation(invitationId: Id, newcomer: { agentId: Id; name: string; email: string }): Promise<Refusal | undefined>;
    /** Whether this agent runs a hub that nobody else is on: the one the hub made itself, or the first of their team. */
    isAlone(agentId: Id): Promise<boolean>;
    /** Who the one agent of a new hub is, in their own words, and what their team is called, and the language they said it in. */
    introduce(agentId: Id, self: { name: string; email: string; team: string; locale: Locale }): Promise<Refusal | undefined>;
    now(): number;
    newId(): Id;
  };
}
