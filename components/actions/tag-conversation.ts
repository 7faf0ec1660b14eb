import { Tag } from 'lucide-react';
import type { Action } from './action';

/** Puts on a tag one finds by typing, or makes, or takes one off (THR-16). */
export const tagConversation: Action = {
  name: 'tag',
  keys: ['t'],
  label: () => 'actionTag',
  icon: () => Tag,
  state({ conversation: { trashed } }, { ask }) {
    if (!ask) return 'absent';
    return trashed ? { refused: 'in-trash' } : 'ready';
  },
  perform: ({ conversation }, { ask }) => ask?.('tag', conversation),
};
