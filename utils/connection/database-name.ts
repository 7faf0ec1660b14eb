/** The small database every context may open before it knows which account it shows. */
export const deviceDatabaseName = 'samtale';

/** Name of the database that holds everything of a connection. */
export const databaseNameOf = (connectionId: string) => `${deviceDatabaseName}-${connectionId}`;
