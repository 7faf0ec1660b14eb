import { createContext } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { ThreadMessage } from '../../utils/store/read-messages';
import type { ActionContext } from '../actions/action';

/** The thread a message stands in, where it is open: what its menu needs to know to split it there (THR-17). */
export const wholeThread = createContext<{ conversation: Conversation; messages: readonly ThreadMessage[]; context: ActionContext } | undefined>(
  undefined,
);
