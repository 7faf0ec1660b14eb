import { useLiveQuery } from 'dexie-react-hooks';
import { Trash2 } from 'lucide-react';
import { deletedOn, keptInTrash } from '../../domain/trash/kept-in-trash';
import { metaRow } from '../../utils/store/me';
import type { ActionContext, Subject } from '../actions/action';
import { deleteForever } from '../actions/delete-forever';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

/** Who moved it to trash, and when it is deleted for good by itself (VIEW-10); since when says the title. */
export function TrashNotice({ subject, context }: { subject: Subject; context: ActionContext }) {
  const { db, agents, connection } = useWorkspace();
  const { conversation } = subject;
  const { t, date } = context.text;
  // A workspace of this computer counts the days this device has seen (D26).
  const row = useLiveQuery(() => metaRow(db, 'trash'), [db]);
  const { trashed, id } = conversation;
  if (!trashed) return null;
  const lain = row?.lain[id]?.since === trashed.at ? row.lain[id].counted : 0;
  const due = connection.kind === 'local' ? (row?.seenAt ?? context.now) + keptInTrash - lain : deletedOn(conversation);
  const by = trashed.by === null ? undefined : agents.get(trashed.by)?.name;
  return (
    <div className="px-4 pb-2.5">
      <div className="notice wait">
        <Icon of={Trash2} />
        <div>
          {by && t('trsBy', { name: by })} {due !== undefined && t('trsDue', { date: date(due, context.now).replace(/\.$/, '') })}
          {deleteForever.state(subject, context) === 'ready' && (
            <div className="mt-2">
              <button type="button" className="btn line danger" onClick={() => deleteForever.perform(subject, context)}>
                {t('actionDeleteForever')}
              </button>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
