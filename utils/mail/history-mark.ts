/**
 * Stands alone on a line where an HTML mail's own markup says that history begins. A private-use character: it is taken out
 * of whatever a sender writes.
 */
export const historyMark = '\uE0F0';
