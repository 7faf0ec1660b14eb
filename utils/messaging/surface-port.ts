/** A page opened: it keeps a port of this name while it is on screen, and the worker a socket as long. Nothing is said on it but beats. */
export const surfacePort = 'surface';
