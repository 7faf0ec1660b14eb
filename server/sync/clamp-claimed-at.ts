const ninetyDays = 90 * 86_400_000;

/** The client's time of an act, for display only: never in the future, never older than 90 days, by the hub's clock (K9). */
export const clampClaimedAt = (claimedAt: number, now: number) => Math.min(now, Math.max(now - ninetyDays, claimedAt));
