import * as z from 'zod/mini';

/** Every id is a UUIDv7 made by the caller (a device, a host); the rulebook never makes one. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** Milliseconds since 1970-01-01 UTC. */
export const Millis = z.int().check(z.nonnegative());

/**
 * A space is the unit of membership and of versions (architecture.md, "Sync"): `inbox:<id>`, `workspace:<id>`,
 * `owners:<workspaceId>` or `agent:<id>`. A row lies in exactly one space; who is in the space sees the row, nobody else.
 */
export const SpaceId = z.string().check(z.regex(/^(inbox|workspace|owners|agent):[0-9a-f-]{36}$/));
export type SpaceId = z.infer<typeof SpaceId>;

export const inboxSpace = (inboxId: Id): SpaceId => `inbox:${inboxId}`;
export const workspaceSpace = (workspaceId: Id): SpaceId => `workspace:${workspaceId}`;
/** Of those who have account access in a workspace. */
export const ownersSpace = (workspaceId: Id): SpaceId => `owners:${workspaceId}`;
export const agentSpace = (agentId: Id): SpaceId => `agent:${agentId}`;
export const kindOfSpace = (space: SpaceId) => space.slice(0, space.indexOf(':')) as 'inbox' | 'workspace' | 'owners' | 'agent';
export const idOfSpace = (space: SpaceId): Id => space.slice(space.indexOf(':') + 1);
