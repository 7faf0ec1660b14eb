import type { Write } from '../core/tx';
import type { Message } from '../model/message';

/** Messages an act hid or showed again, as they were and as they are. */
export const hiddenOrShown = (writes: readonly Write[]): { before: Message; after: Message }[] =>
  writes.flatMap(({ table, before, after }) =>
    table === 'messages' && before && after && !before.hidden !== !after.hidden ? [{ before, after }] : [],
  );
