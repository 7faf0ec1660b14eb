import type { Channel } from '../model/channel';

/** Whether mail is taken at it and sent from it; an address that was removed stays known as ours, and its conversations stay. */
export const inUse = ({ removed }: Pick<Channel, 'removed'>): boolean => removed !== true;
