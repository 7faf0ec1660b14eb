/**
 * What stands for the address of who works on this computer alone: at a domain nobody can have (RFC 2606). An agent is known by an address of their
 * own, which is no channel's (CHN-4), and nobody signs in here. It is shown to nobody.
 */
export const nobodysAddress = 'me@this-computer.invalid';
