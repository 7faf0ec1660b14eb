import { useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { newInvitation } from '../../utils/connection/new-invitation';
import { useText } from '../../utils/i18n/use-text';
import { mutate } from '../../utils/store/mutate';
import { newId } from '../../utils/store/new-id';
import { refusalWords } from '../actions/refusal-words';
import { useNudge } from '../panel/use-nudge';
import { useHubConnection, useWorkspace } from '../panel/workspace-context';

/** Whom a link is for: somebody new, or an agent who lost their way in. */
export type Invitee =
  | { kind: 'new'; name: string; email: string; inboxIds: Id[]; accountAccess: boolean }
  | { kind: 'agent'; agentId: Id; name: string };

export interface MadeLink {
  link: string;
  /** Of the act: its outbox entry tells whether the hub knows the link yet. */
  uuid: Id;
  invitee: Invitee;
}

/** Makes a link: the token here, its hash to the hub. */
export function useInvite() {
  const text = useText();
  const { db, agents, me } = useWorkspace();
  const { origin } = useHubConnection();
  const nudge = useNudge();
  const [made, setMade] = useState<MadeLink>();
  const [problem, setProblem] = useState('');
  const make = async (invitee: Invitee) => {
    const workspaceId = agents.get(me)?.space.replace('workspace:', '') ?? '';
    const { link, tokenHash } = await newInvitation(origin);
    const whom =
      invitee.kind === 'new'
        ? { agentId: null, name: invitee.name, email: invitee.email, inboxIds: invitee.inboxIds, accountAccess: invitee.accountAccess }
        : { agentId: invitee.agentId, name: '', email: '', inboxIds: [], accountAccess: false };
    const answer = await mutate(db, 'createInvitation', { invitationId: newId(), workspaceId, tokenHash, ...whom });
    if (answer.refused) return setProblem(refusalWords(text, answer.refused));
    nudge();
    setProblem('');
    return setMade({ link, uuid: answer.uuid, invitee });
  };
  return { made, problem, make, again: () => setMade(undefined) };
}
