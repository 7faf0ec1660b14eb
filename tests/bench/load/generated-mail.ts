import { corpusMails } from './corpus-mails';

/** One mail of a made-up mailbox, the same for the same number. */
export interface GeneratedMail {
  raw: Buffer;
  /** INTERNALDATE, ms. */
  at: number;
  /** Written by the mailbox's own address. */
  ours: boolean;
  /** `null`: somebody else's hard mail, which may have any id, none, or one that another has too. */
  rfcMessageId: string | null;
}

export const own = 'post@firma.dk';
const minute = 60_000;
const start = Date.UTC(2024, 0, 8, 8);

/** How large its file is, by the mail's number; 0 for none. A run may ask for larger ones. */
export type FileSize = (n: number) => number;
export const officeFiles: FileSize = (n) => (n % 11 === 3 ? 2_000 + (random(n) % 250_000) : 0);

/**
 * Ten threads run at once, of four mails each, and every tenth is a newsletter. Plain text, HTML and both, in four languages; files, pictures
 * inside; words encoded, folded, in old charsets; every fiftieth is a mail that other projects stumbled over, where those are at hand.
 */
export function generatedMail(n: number, fileOf: FileSize = officeFiles): GeneratedMail {
  const at = start + n * minute;
  const corpus = n % 50 === 49 ? corpusMails()[Math.floor(n / 50)] : undefined;
  if (corpus) return { raw: corpus, at, ours: false, rfcMessageId: null };
  const lane = n % 10;
  const round = Math.floor(n / 10) % 4;
  const thread = Math.floor(n / 40) * 10 + lane;
  const newsletter = lane === 9;
  const ours = !newsletter && round % 2 === 1;
  const earlier = newsletter ? [] : Array.from({ length: round }, (_, k) => idOf(n - 10 * (round - k)));
  const customer = `${family(thread)}${thread}@kunde.example`;
  const named = `${encoded(`${given(thread)} ${family(thread)}`)} <${customer}>`;
  const subject = `${round > 0 && !newsletter ? 'Re: ' : ''}${words(thread, 5)} ${thread}`;
  const head = [
    ...(newsletter ? ['List-Unsubscribe: <https://nyt.example/af>', 'Precedence: bulk'] : []),
    `Received: from mx${n % 7}.example ([192.0.2.${n % 250}])\r\n\tby in.firma.dk with ESMTPS id ${n};\r\n\t${new Date(at).toUTCString()}`,
    `From: ${ours ? `Firma <${own}>` : newsletter ? '"Nyt, fra Avisen" <nyt@avis.example>' : named}`,
    `To: ${ours ? named : own}`,
    ...(n % 13 === 0 ? [`Cc: ${Array.from({ length: 12 }, (_, k) => `person${k}@lager.example`).join(',\r\n ')}`] : []),
    `Subject: ${encoded(subject)}`,
    ...(n % 97 === 5 ? [] : [`Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`]),
    `Message-ID: ${idOf(n)}`,
    ...(earlier.length > 0 ? [`In-Reply-To: ${earlier.at(-1)}`, `References: ${earlier.join('\r\n ')}`] : []),
    'MIME-Version: 1.0',
  ];
  const quoted = earlier.length > 0 ? `\r\n\r\nDen 8. januar skrev ${given(thread)}:\r\n> ${words(n + 1, 30)}\r\n> ${words(n + 2, 30)}` : '';
  const body = bodyOf(n, `${words(n, 40 + (random(n) % 200))}${quoted}`, fileOf(n));
  return {
    raw: Buffer.from([...head, body].join('\r\n'), n % 5 === 4 && body.includes('iso-8859-1') ? 'latin1' : 'utf8'),
    at,
    ours,
    rfcMessageId: idOf(n),
  };
}

function bodyOf(n: number, text: string, size: number): string {
  const plain = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n`;
  const letter = n % 5 === 4 ? plain.replace('utf-8', 'iso-8859-1') : n % 5 < 2 ? alternative(n, text) : plain;
  if (size === 0) return letter;
  const mime = n % 2 ? 'application/pdf' : 'image/jpeg';
  const file = `Content-Type: ${mime}; name="${encoded(`bilag ${n}.pdf`)}"\r\nContent-Disposition: attachment;\r\n filename*=utf-8''f%C3%B8lge${n}.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(n, size)}\r\n`;
  return `Content-Type: multipart/mixed; boundary="m${n}"\r\n\r\n--m${n}\r\n${letter}\r\n--m${n}\r\n${file}--m${n}--\r\n`;
}

function alternative(n: number, text: string): string {
  const cells = Array.from({ length: 6 + (n % 30) }, (_, k) => `<tr><td style="padding:4px">${k}</td><td><b>${words(n + k, 12)}</b></td></tr>`).join(
    '\r\n',
  );
  const html = `<html><body><p>${text.replaceAll('\r\n', '<br>')}</p><table>${cells}</table><img src="https://billeder.example/${n}.png"></body></html>`;
  return [
    `Content-Type: multipart/alternative; boundary="a${n}"\r\n`,
    `--a${n}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
    `--a${n}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(html)}\r\n`,
    `--a${n}--\r\n`,
  ].join('\r\n');
}

/** Of whole cells a line: longer than the standard asks, as some programs write it. */
const quotedPrintable = (text: string) =>
  text
    .replaceAll('=', '=3D')
    .replace(/[^ -~\r\n]/g, (letter) => encodeURIComponent(letter).replaceAll('%', '='))
    .replaceAll('</td><td>', '</td>=\r\n<td>');

/** Made once: what matters of a large file is its size, and that no two are the same. */
const noise = Buffer.from(Array.from({ length: 57 * 1024 }, (_, k) => random(k) & 255))
  .toString('base64')
  .replace(/.{76}/g, '$&\r\n');
function base64(n: number, size: number): string {
  const first = Buffer.from(`file ${n} `.padEnd(57)).toString('base64');
  const left = Math.ceil((size * 1.37) / noise.length);
  return `${first}\r\n${noise.repeat(left).slice(0, Math.ceil((size * 1.37) / 78) * 78)}`;
}

const idOf = (n: number) => `<${n}.${random(n).toString(36)}@mail.example>`;
const encoded = (text: string) => (/[^ -~]/.test(text) ? `=?utf-8?B?${Buffer.from(text).toString('base64')}?=` : text);

const vocabulary =
  'hej tak for din mail levering faktura ordre størrelse retur pakken på vej vi vender tilbage hvordan går det hilsen venlig bestilling forsinket når kommer varen ærligt åbningstider the order invoice delivery tomorrow please help size refund jacket colour address hej tack ditt mejl leverans beställning storlek när paketet vänliga hälsningar takk bestilling ærlig og åpningstider'.split(
    ' ',
  );
const pick = <T>(list: readonly T[], n: number): T => list[random(n) % list.length] as T;
const words = (seed: number, count: number) => Array.from({ length: count }, (_, k) => pick(vocabulary, seed * 613 + k)).join(' ');
const given = (n: number) => pick(['Kari', 'Søren', 'Åse', 'Björn', 'Liv', 'Per', 'Jürgen', 'Zoë'], n);
const family = (n: number) => pick(['Lund', 'Holm', 'Berg', 'Moeller', 'Dahl', 'Vik', 'Strand'], n + 7);

/** A number from 0 to 2^31, the same for the same seed. */
function random(seed: number): number {
  let state = (seed + 0x9e3779b9) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97);
  return (state ^ (state >>> 15)) >>> 1;
}
