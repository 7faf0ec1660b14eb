/** SQLSTATE or Node error code, wherever in the chain of causes it stands: Drizzle wraps what the drivers throw. */
export function codeOfDatabaseError(fault: unknown): string | undefined {
  for (let error = fault; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code;
    if (/Connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message)) return 'ECONNRESET';
  }
  return undefined;
}
