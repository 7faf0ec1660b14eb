import { defineMutation } from '../core/define-mutation';
import { mayTakeBack, messageToTakeBack, TakeBack, takeBack } from './take-back';

/** "Undo" after a comment (X26, RPL-8): it leaves the thread and the row, and its words are a draft again. */
export const takeBackComment = defineMutation({
  name: 'takeBackComment',
  args: TakeBack,
  actor: 'agent',
  may: (actor, args, tx) => mayTakeBack(actor, args, tx, ['addComment']),
  async run(tx, args, { at }) {
    const found = await messageToTakeBack(tx, args);
    if ('refused' in found) return found;
    await takeBack(tx, args, { ...found, at });
  },
});
