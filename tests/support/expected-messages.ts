import type { Truth } from './webmail-pages';

type TrueMessage = Truth['messages'][number];

/**
 * What a page may say at most of the messages that are true of it, as `wordsOf` says them; `told` is what only this provider's pages tell, or tell
 * otherwise. A mail shown as one line tells less than one that is open.
 */
export const expectedMessages = ({ messages, subject }: Truth, told: (message: TrueMessage, expanded: boolean) => object) =>
  messages.map((message) => {
    const { state, from, attachments = [] } = message;
    const expanded = state === 'expanded';
    return {
      expanded,
      button: expanded,
      from: { address: from.email, name: from.name },
      subject,
      own: undefined,
      refusal: undefined,
      attachments,
      ...told(message, expanded),
    };
  });

/** Whom it says a mail went to, under which heading. */
export const expectedRecipients = ({ to }: TrueMessage, expanded: boolean, as: 'to' | undefined) =>
  expanded ? to.map(({ email, name }) => ({ address: email, name, as })) : [];
