import { linkTarget } from './link-target';

const bare = (host: string) => host.toLowerCase().replace(/^www\./, '');
const looksLikeHost = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#].*)?$/u;

/** A link whose words name one host and whose address is another's: both hosts, so that a person can judge. `undefined` where they agree or no host is named. */
export function hostMismatch(words: string, href: string): { shown: string; real: string } | undefined {
  const target = linkTarget(href);
  const named = looksLikeHost.exec(words.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').trim())?.[1];
  if (!target || !named || !/^https?:/.test(target)) return undefined;
  const real = new URL(target).hostname;
  const shown = URL.canParse(`https://${named}`) ? new URL(`https://${named}`).hostname : named;
  const [a, b] = [bare(shown), bare(real)];
  return a === b || b.endsWith(`.${a}`) ? undefined : { shown, real };
}
