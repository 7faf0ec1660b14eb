import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';

/** A new UUIDv7: ids made later sort later. */
export const newId = (): Id => v7();
