import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail';
import { recogniseAutomatic } from './recognise-automatic';

const recognise = async (head: string, { body = 'Hello', envelopeFrom = 'bo@kunde.dk' as string | null } = {}) =>
  recogniseAutomatic(await parseMail(new TextEncoder().encode(`${head}\r\n\r\n${body}`)), envelopeFrom);

describe('S28 an answer by a machine', () => {
  const subjects = [
    'Automatic reply: Order',
    'Out of Office',
    'Autosvar: Ordre',
    'Automatisk svar: Ordre',
    'Fraværsmelding',
    'Ikke på kontoret',
    'Frånvaromeddelande',
    'Automatiskt svar: Order',
    'Abwesenheitsnotiz',
    'Automatische Antwort: Angebot',
    'Réponse automatique : Commande',
  ];
  for (const subject of subjects)
    it(subject, async () => expect(await recognise(`From: bo@kunde.dk\r\nSubject: ${subject}`)).toEqual({ automatic: 'auto-reply', bulk: false }));

  const headers = [
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-replied (vacation)',
    'X-Autoreply: yes',
    'X-Autorespond: Order',
    'Precedence: auto_reply',
    'Delivered-To: Autoresponder',
    'Return-Path: <>',
  ];
  for (const header of headers)
    it(header, async () => expect((await recognise(`From: bo@kunde.dk\r\nSubject: Re: Order\r\n${header}`)).automatic).toBe('auto-reply'));

  it('an envelope without a sender', async () =>
    expect((await recognise('From: bo@kunde.dk\r\nSubject: Re: Order', { envelopeFrom: '' })).automatic).toBe('auto-reply'));
});

describe("a person's mail, whatever it talks about", () => {
  const heads = [
    'Subject: Re: Order',
    'Subject: Your automatic doors',
    'Subject: Delivery failed to arrive on Tuesday',
    'Subject: My vacation rental',
    'Subject: Undeliverable parcel',
    'Subject: Re: Re: out of office furniture',
    'Auto-Submitted: no',
    'X-Autoreply: no',
    'X-Auto-Response-Suppress: All',
    'Auto-Submitted: auto-generated\r\nSubject: New enquiry from your website',
  ];
  for (const head of heads) it(head, async () => expect((await recognise(`From: bo@kunde.dk\r\n${head}`)).automatic).toBeNull());
});

describe('VIEW-9 sent to many', () => {
  const headers = [
    'List-Unsubscribe: <https://x>',
    'List-Id: <news.shop>',
    'Precedence: bulk',
    'Precedence: list',
    'Feedback-ID: 1:shop',
    'X-CampaignID: 7',
  ];
  for (const header of headers)
    it(header, async () => expect(await recognise(`From: news@shop.dk\r\nSubject: News\r\n${header}`)).toEqual({ automatic: null, bulk: true }));
});
