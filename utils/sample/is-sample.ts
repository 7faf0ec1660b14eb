import type { Id } from '../../domain/model/ids';

/** The seeded part of the sample's workspace id: the same at every run, whatever the time before it. */
const tail = '-7b58-b93c-5e752fa3db84';

/** Whether a workspace of a computer is the sample, as an archive of it says that was made before archives said so themselves. */
export const isSample = (workspaceId: Id): boolean => workspaceId.slice(13) === tail;
