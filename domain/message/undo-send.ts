/**
 * ms a mail waits before it is handed to a mail server: so long "Undo" is offered after Send (RPL-8, X11). It is counted by the clock of the host
 * that sends, from when the reply reached it.
 */
export const undoSendMs = 10_000;
