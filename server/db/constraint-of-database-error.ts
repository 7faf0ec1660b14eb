/** The constraint or unique index that was violated, wherever in the chain of causes it stands. */
export function constraintOfDatabaseError(fault: unknown): string | undefined {
  for (let error = fault; error instanceof Error; error = error.cause) {
    if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  }
  return undefined;
}
