import { FolderInput } from 'lucide-react';
import type { Action } from './action';

/** Into another inbox one is in, its ticket with it (THR-19). Which one is asked. */
export const moveConversation: Action = {
  name: 'move-conversation',
  keys: ['v'],
  label: () => 'actionMove',
  icon: () => FolderInput,
  state: ({ conversation }, { ask }) => (ask && !conversation.trashed ? 'ready' : 'absent'),
  perform: ({ conversation }, { ask }) => ask?.('move-conversation', conversation),
};
