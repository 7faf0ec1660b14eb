import type { Id } from '../../domain/model/ids';

/** One of four muted tints for a team member, the same on every screen: it comes from the id alone. */
export function tintOf(agentId: Id): string {
  let sum = 0;
  for (const c of agentId) sum = (sum * 31 + c.charCodeAt(0)) >>> 0;
  return ['', 'c2', 'c3', 'c4'][sum % 4] ?? '';
}
