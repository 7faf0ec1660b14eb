import { liveTags } from '../../../domain/tag/tags-of';
import { useText } from '../../../utils/i18n/use-text';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useTagging } from '../../tags/use-tagging';
import { NotYours } from '../not-yours';
import { SectionHeading } from '../section-heading';
import { TagLine } from './tag-line';

/** The tags of a workspace: put in order with account access, to be seen by everybody in it (THR-16). */
export function TagsPage() {
  const { t, locale } = useText();
  const { may } = useMaySetUp();
  const workspace = useTagging();
  if (!workspace) return null;
  const tags = liveTags(workspace).sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <>
      <SectionHeading title={t('tagTitle')}>{t('settingsTagsLead')}</SectionHeading>
      <div className="settings-body">
        {!may && <NotYours />}
        {tags.length === 0 && <p className="text-ink-2">{t('settingsTagsNone')}</p>}
        <ul className="settings-lines">
          {tags.map((tag) => (
            <TagLine key={tag.id} tag={tag} others={tags.filter(({ id }) => id !== tag.id)} workspaceId={workspace.id} may={may} />
          ))}
        </ul>
      </div>
    </>
  );
}
