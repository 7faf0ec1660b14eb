/**
 * A page opened: it keeps a port of this name while it is on screen, and the worker a socket as long. Said on it: beats, and which conversation a
 * person sees there (`{ showing }`, `Shown` or null). The worker says on it who else has that open (`{ present }`).
 */
export const surfacePort = 'surface';
