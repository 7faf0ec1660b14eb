import { useState } from 'react';
import type { SeenMail } from '../../domain/mail/seen-mail';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { readOpenThread } from '../../utils/browser/read-open-thread';
import { tellMailPages } from '../../utils/browser/tell-mail-pages';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { placesOfMails } from '../../utils/store/places-of-mails';
import type { PageMail } from '../../utils/webmail/page-thread';
import { seenMailOf } from '../../utils/webmail/seen-mail-of';
import { isSameShown } from '../../utils/webmail/shown-mail';
import { textsOfMarkups } from '../../utils/webmail/texts-of-markups';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';

export interface LogChoice {
  inboxId: Id;
  /** Left out: the logger's where a conversation begins, else whose it is. */
  ownerId: Id | null | undefined;
  ticket: Id | 'none' | 'new';
}

const noText = { text: '', quotedText: '' };

/**
 * Logs mails of the thread that is open in a tab. The page is asked for them once more: what is not open there any more is not logged, and then `gone` says so. Done, it
 * goes to their conversation, and what began one can be taken back.
 */
export function useLog(tabId: number, pressed: PageMail, onLogged: (conversation: Conversation | undefined) => void) {
  const text = useText();
  const { db, inboxes } = useWorkspace();
  const perform = usePerform();
  const toasts = useToasts();
  const [state, setState] = useState<'ready' | 'busy' | 'gone'>('ready');

  const log = async (chosen: readonly PageMail[], choice: LogChoice) => {
    if (state === 'busy') return;
    setState('busy');
    const now = await readOpenThread(tabId, pressed.shown);
    const open = chosen.flatMap(({ shown }) => now?.mails.find((one) => isSameShown(one.shown, shown)) ?? []);
    if (open.length < chosen.length) return setState('gone');
    const texts = await textsOfMarkups(open.map(({ markup }) => markup));
    const mails = open.map((mail, at) => seenMailOf(mail, texts[at] ?? noText, { messageId: newId(), contactId: newId() }));
    const done = await logMails(mails, choice);
    void tellMailPages();
    if (done) onLogged(done.conversation);
    else setState('ready');
  };

  const logMails = async (mails: SeenMail[], { inboxId, ownerId, ticket }: LogChoice) => {
    const newConversationId = newId();
    const ticketId = ticket === 'none' || ticket === 'new' ? null : ticket;
    const args = { inboxId, newConversationId, mails, ...(ownerId === undefined ? {} : { ownerId }), ticketId };
    if (!(await perform('logMail', args))) return undefined;
    const begun = await db.conversations.get(newConversationId);
    const conversation = begun ?? (await placesOfMails(db, [pressed.shown]))[0]?.conversation ?? undefined;
    if (ticket === 'new' && conversation)
      await perform('createTicket', { ticketId: newId(), conversationId: conversation.id, name: titleOf(conversation, text).slice(0, 500) });
    // Into a thread that was there it stays: only what it began can go as a whole.
    const trash = begun && (() => void takeBack(begun));
    toasts.show({ words: text.t('logDid', { inbox: inboxes.find(({ id }) => id === inboxId)?.name ?? '' }), undo: trash });
    return { conversation };
  };

  const takeBack = async (begun: Conversation) => {
    await perform('trashConversation', { conversationId: begun.id }, text.t('didTrash', { title: titleOf(begun, text) }));
    void tellMailPages();
  };

  return { state, log };
}
