import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { targetHere } from '../../utils/store/target-here';
import type { ActInto } from '../actions/action';
import { titleOf } from '../actions/title-of';
import { useWorkspace } from '../panel/workspace-context';
import { QuestionDialog } from '../ui/question-dialog';
import { FindTarget } from './find-target';
import { WhatMerges } from './what-merges';

interface Props {
  conversation: Conversation;
  actInto: ActInto;
  onClose(): void;
}

/** Asks into which conversation this one goes, then says what becomes of both, with which ticket, before it is done (THR-17, D16). */
export function MergeDialog({ conversation, actInto, onClose }: Props) {
  const text = useText();
  const { t } = text;
  const { db } = useWorkspace();
  const [chosen, setChosen] = useState<Id>();
  const [keep, setKeep] = useState<Id>();
  // As they stand now: somebody else may be at work on either.
  const both = useLiveQuery(async () => {
    const into = chosen === undefined ? undefined : await db.conversations.get(await targetHere(db, chosen));
    return { source: await db.conversations.get(await targetHere(db, conversation.id)), into };
  }, [db, chosen, conversation.id]);
  const source = both?.source ?? conversation;
  const target = chosen === undefined ? undefined : both?.into;
  const title = titleOf(source, text);
  const tickets = [target?.ticketId, source.ticketId].filter((id) => id !== null && id !== undefined);
  const merge = async (leave: () => void) => {
    if (!target) return;
    const keepTicketId = keep !== undefined && tickets.includes(keep) ? keep : (tickets[0] ?? null);
    const args = { conversationId: target.id, sourceId: source.id, keepTicketId };
    await actInto('mergeConversations', args, { from: source.id, into: target.id }, t('mrgDid', { title: titleOf(target, text) }));
    leave();
  };
  return (
    <QuestionDialog
      title={target ? t('mrgInto', { title: titleOf(target, text) }) : t('mrgAsk')}
      onClose={onClose}
      choices={target ? undefined : <FindTarget conversation={source} onChoose={setChosen} onLeave={onClose} />}
      answers={(leave) => (
        <>
          {target && (
            <>
              <button
                type="button"
                className="btn fill lg"
                // biome-ignore lint/a11y/noAutofocus: the list that was chosen from has gone, and what becomes of both is told with this
                autoFocus
                aria-describedby="merges"
                onClick={() => void merge(leave)}
              >
                {t('mrgDo')}
              </button>
              <button type="button" className="btn line lg" onClick={() => setChosen(undefined)}>
                {t('mrgOther')}
              </button>
            </>
          )}
          <button type="button" className="btn lg" onClick={leave}>
            {t('chnCancel')}
          </button>
        </>
      )}
    >
      {target ? <WhatMerges source={source} target={target} keep={keep ?? tickets[0]} onKeep={setKeep} /> : <p>{t('mrgWhat', { title })}</p>}
    </QuestionDialog>
  );
}
