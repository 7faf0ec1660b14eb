import { isDiskFull } from '../../sync/is-disk-full';

/** Why this device did not keep something: there is no room left on it, or a fault that its log tells of. For the screens, which do not reach into the sync. */
export const whyNotKept = (fault: unknown): 'disk-full' | 'fault' => (isDiskFull(fault) ? 'disk-full' : 'fault');
