import { Bold, Image, Italic, Link } from 'lucide-react';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { linkTarget } from '../../../utils/mail-view/link-target';
import { IconButton } from '../../ui/icon-button';
import { MenuButton } from '../../ui/menu-button';
import { UrlForm } from '../../ui/url-form';
import { applyCommand } from '../../writing/apply-command';
import { focusWriting } from '../../writing/focus-writing';
import { insertLink } from '../../writing/insert-link';
import { insertWords } from '../../writing/insert-words';
import { readWriting } from '../../writing/read-writing';
import { removeLink } from '../../writing/remove-link';
import { toggleMark } from '../../writing/toggle-mark';
import { fromOutside, useEditorView } from '../../writing/use-editor-view';
import { writingHtml } from '../../writing/writing-html';
import { writingSchema } from '../../writing/writing-schema';
import { nameTokenLabel, nameTokenNode } from './name-token-node';
import { pictureName, pictureNode } from './picture-node';
import { forEditor, fromEditor, type NameToken, nameTokens } from './signature-html';

const schema = writingSchema({ nameToken: nameTokenNode, picture: pictureNode });

/** The simple editor of a signature: bold, italic, links, pictures from the web, and names that are filled in. A chunk of its own. */
export function SignatureEditor({ html, label, onChange }: { html: string; label: string; onChange(html: string): void }) {
  const { t } = useText();
  const labels: Record<NameToken, string> = { fullName: t('chnFullName'), firstName: t('chnFirstName'), lastName: t('chnLastName') };
  /** What the editor holds, as stored: anything else that comes in was changed from outside. */
  const held = useRef(html);
  const { place, view, on } = useEditorView({
    schema,
    html: forEditor(html),
    label,
    nodeViews: { nameToken: nameTokenLabel(labels), picture: pictureName },
    onChange: (doc) => {
      held.current = fromEditor(writingHtml(doc));
      onChange(held.current);
    },
  });
  useEffect(() => {
    if (!view || html === held.current) return;
    held.current = html;
    const { doc, tr } = view.state;
    view.dispatch(tr.replaceWith(0, doc.content.size, readWriting(forEditor(html), schema).content).setMeta(fromOutside, true));
  }, [view, html]);
  return (
    <div className="chn-signature">
      <div ref={place} className="edit" />
      {view && <Tools view={view} on={on} labels={labels} />}
    </div>
  );
}

function Tools({ view, on, labels }: { view: EditorView; on: readonly string[]; labels: Record<NameToken, string> }) {
  const { t } = useText();
  const [asking, setAsking] = useState<'link' | 'picture'>();
  const act = (command: Command) => () => applyCommand(view, command);
  const insert =
    (name: string, attrs: Record<string, string>): Command =>
    ({ tr }, dispatch) => {
      dispatch?.(insertWords(tr, schema.node(name, attrs)));
      return true;
    };
  const link = (typed: string) => applyCommand(view, insertLink(typed)) && setAsking(undefined);
  const picture = (typed: string) => {
    const url = linkTarget(typed);
    if (!url?.startsWith('https:')) return;
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    applyCommand(view, insert('picture', { src: url, alt: name }));
    setAsking(undefined);
  };
  const leave = () => {
    setAsking(undefined);
    focusWriting(view);
  };
  return (
    <div className="etools" role="toolbar" aria-label={t('editorTools')}>
      <IconButton icon={Bold} label={t('toolBold')} aria-pressed={on.includes('bold')} onClick={act(toggleMark('bold'))} />
      <IconButton icon={Italic} label={t('toolItalic')} aria-pressed={on.includes('italic')} onClick={act(toggleMark('italic'))} />
      <IconButton
        icon={Link}
        label={t('toolLink')}
        aria-pressed={on.includes('link')}
        onClick={on.includes('link') ? act(removeLink) : () => setAsking('link')}
      />
      <IconButton icon={Image} label={t('chnToolPicture')} onClick={() => setAsking('picture')} />
      <span className="sep" />
      <MenuButton
        label={t('chnInsertName')}
        className="btn xs light"
        entries={nameTokens.map((token) => ({
          kind: 'item',
          id: token,
          label: labels[token],
          onSelect: act(insert('nameToken', { token })),
        }))}
      >
        {t('chnInsertName')}
      </MenuButton>
      {asking === 'link' && <UrlForm label={t('linkAddress')} onApply={link} onLeave={leave} />}
      {asking === 'picture' && <UrlForm label={t('chnPictureAddress')} onApply={picture} onLeave={leave} />}
    </div>
  );
}
