import type { ImportRow } from '../store/stored-rows';

type State = Pick<ImportRow, 'state'>;

/** Whether mails are read in, or will be: what stops where nobody works at it any more. */
export const isReadingIn = ({ state }: State): boolean => state === 'waiting' || state === 'looking' || state === 'running' || state === 'stopping';

/** Whether something is being done about it: it is read in, or taken back. */
export const isAtWork = (row: State): boolean => isReadingIn(row) || row.state === 'undoing';
