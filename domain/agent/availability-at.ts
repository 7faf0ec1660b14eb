import type { Agent, Availability } from '../model/agent';
import { hoursAt } from './hours-at';

export interface AvailabilityAt {
  state: Availability['state'];
  /** When working hours change it next; `null` where they never do. */
  until: number | null;
}

/**
 * Whether somebody takes new work at a moment (AVL-1): as their working hours say where they follow them, else as they said themselves. Said by
 * hand it holds until the hours next begin or end. Who has never said anything is available. Derived, not switched: no timer can miss it.
 */
export function availabilityAt({ availability, workingHours }: Pick<Agent, 'availability' | 'workingHours'>, at: number): AvailabilityAt {
  const said = availability?.state ?? 'available';
  if (!workingHours?.follow) return { state: said, until: null };
  const { working, since, until } = hoursAt(workingHours, at);
  const state = availability && availability.since >= (since ?? 0) ? said : working ? 'available' : 'away';
  // Somebody who said by hand what the hours say next stays so when they do, and until the change after that.
  const stays = until !== null && state === (working ? 'away' : 'available');
  return { state, until: stays ? hoursAt(workingHours, until).until : until };
}
