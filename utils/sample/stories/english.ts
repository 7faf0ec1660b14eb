import type { Language } from './story';

export const english: Language = {
  tag: 'en',
  people: [
    'Grace Whitfield',
    'Thomas O’Leary',
    'Oliver Brandão',
    'Priya Nair',
    'Ewan MacLeod',
    'Hannah Kowalczyk',
    'Daniel Achterberg',
    'Zoë Laurent',
    'Samuel Adeyemi',
    'Ruth Feldman',
    'Chiara Bianchi',
    'Jonas Weber',
  ],
  firms: [
    { name: 'Whitfield Interiors Ltd', domain: 'whitfieldinteriors.example' },
    { name: 'Harbour Hotels Group', domain: 'harbourhotels.example' },
  ],
  cities: ['Dublin', 'Edinburgh', 'Amsterdam', 'London', 'Hamburg'],
  mails: [
    {
      subject: 'Re: Fwd: Purchase order 4500183327 – 64 × Skagen chair, phased delivery to Dublin, Cork and Galway',
      inbox: 'business',
      ask: 'Hello\n\nPlease confirm the phased delivery of 64 chairs: 24 to Dublin on the 24th, 20 to Cork and 20 to Galway the week after. Our reference must stand on each pallet.\n\nKind regards\n{name}',
      answer: 'Hello {name}\n\nThanks, the second batch leaves Horsens on the 24th. Your reference will be on every pallet label.',
      thanks: 'Thank you, that works for all three sites.',
      html: true,
      ticket: 'Phased delivery, PO 4500183327',
    },
    {
      subject: 'Is the oak table still in stock in Malmö?',
      inbox: 'service',
      ask: 'Hi\n\nIs the oak table from the {product} series still in stock? I can collect it today if somebody can hold it for me.\n\n{name}',
      answer: 'Hi {name}\n\nIt is, and it is set aside with your name until six.',
      thanks: 'Brilliant, see you at five.',
    },
    {
      subject: 'Can I have it in smoked oak?',
      inbox: 'service',
      ask: 'Hello there,\n\nWe like {product} very much. Can I have it in smoked oak with the darker seat, and how long would that take to {city}?\n\nBest wishes\n{name}',
      answer: 'Hello {name}\n\nYes. Smoked oak adds three weeks; the price is the same.',
      html: true,
    },
    {
      subject: 'Trade account application',
      inbox: 'business',
      ask: 'Hello\n\nWe run twelve showrooms and would like to open a trade account. What do you need from us?\n\n{name}\n{city}',
      answer: 'Hello {name}\n\nA VAT number and two references will do. The form is attached.',
      comment: 'Twelve showrooms. Worth a call this week.',
      file: { name: 'Trade_account.pdf', type: 'application/pdf' },
    },
    {
      subject: 'Wobbly leg on {product}, order {order}',
      inbox: 'service',
      ask: 'Hi,\n\nOne leg of our {product} wobbles although we tightened everything twice. Photo attached. Is there a trick to it?\n\nThanks\n{name}',
      answer: 'Hi {name}\n\nThe washer on that leg looks turned around. If turning it does not help we send a new leg.',
      thanks: 'Turning it did the trick. Thanks!',
      ticket: 'Wobbly leg, order {order}',
      file: { name: 'leg.png', type: 'image/png' },
    },
    {
      subject: 'Fire certificates for the {product} fabric',
      inbox: 'business',
      ask: 'Hello\n\nOur insurer in {city} asks for the fire certificate of the fabric on {product}. Could you send it by Thursday?\n\nKind regards\n{name}',
      answer: 'Hello {name}\n\nIt is attached: BS 7176, medium hazard.',
      file: { name: 'Fire_certificate.pdf', type: 'application/pdf' },
    },
    {
      subject: 'Invoice {order}: purchase order missing',
      inbox: 'business',
      ask: 'Hi\n\nOur accounts team cannot pay invoice {order} without a purchase order on it. Please reissue it with PO 77120.\n\n{name}',
      answer: 'Hi {name}\n\nReissued with PO 77120 and sent today.',
      thanks: 'Got it, it will be in Friday’s run.',
      html: true,
    },
    {
      subject: 'Samples for a hotel bar in {city}',
      inbox: 'business',
      ask: 'Hello\n\nWe are fitting out a bar in {city}. Could we have two {product} in black and oak on loan for three weeks?\n\nBest wishes\n{name}',
      answer: 'Hello {name}\n\nThey leave on Monday; the courier collects them again on the 18th.',
    },
  ],
  chats: [
    {
      lines: [
        { by: 'visitor', text: 'Hi, do you ship to {city}?' },
        { by: 'visitor', text: 'Two {product}, first floor, no lift' },
      ],
    },
    {
      lines: [
        { by: 'visitor', text: 'Where is my order?' },
        { by: 'bot', text: 'I can look it up. What is your order number?' },
        { by: 'visitor', text: 'It is {order}' },
      ],
    },
  ],
  forms: [
    {
      fields: [
        { label: 'Name', value: '{name}' },
        { label: 'E-mail', value: '{email}' },
        { label: 'Message', value: 'We would like samples of all oak finishes, sent to {city}.' },
      ],
    },
  ],
  bulk: [
    {
      from: 'SEO Rockets',
      address: 'growth@seorockets.example',
      subject: 'Your website is losing customers',
      text: 'We looked at your site and found 14 problems. Reply for a free report.',
    },
  ],
};
