const names = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the host of an address, without its port, is this machine alone. */
export const isLoopback = (hostName: string) => names.has(hostName.toLowerCase());
