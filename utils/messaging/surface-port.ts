/** A page opened: it keeps a port of this name while it is on screen, and the worker a socket as long. Said on it: beats, and which conversation a person sees there (`{ showing }`, an id or null). */
export const surfacePort = 'surface';
