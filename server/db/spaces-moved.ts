import type { SpaceId } from '../../domain/model/ids';

/** Somebody wrote into these spaces after this transaction had begun to read: it runs again, with their locks held from the start. */
export class SpacesMoved extends Error {
  override name = 'SpacesMoved';
  constructor(readonly spaces: SpaceId[]) {
    super(`written meanwhile: ${spaces.join(', ')}`);
  }
}
