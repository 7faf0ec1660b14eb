import type { Language } from './story';

export const swedish: Language = {
  tag: 'sv',
  people: [
    'Karl-Johan Lund',
    'Åsa Bergström',
    'Göran Öhman',
    'Elin Sjöberg',
    'Björn Ek',
    'Maja Hägglund',
    'Lars-Erik Norén',
    'Ulrika Åström',
    'Mikael Dahlgren',
    'Sofia Lindqvist',
    'Fatima Zahra Benali',
    'Per Wallin',
  ],
  firms: [
    { name: 'Malmö Kontorsmiljö AB', domain: 'malmokontorsmiljo.example' },
    { name: 'Värdshuset Tre Ekar', domain: 'treekar.example' },
  ],
  cities: ['Malmö', 'Göteborg', 'Örebro', 'Umeå', 'Ystad'],
  mails: [
    {
      subject: 'Chauffören hittar inte porten',
      inbox: 'service',
      ask: 'Hej\n\nChauffören ringde och hittar inte porten. Koden är 4471, på sidan mot gården. Kan ni meddela honom? Det gäller order {order}.\n\nHälsningar\n{name}',
      answer: 'Hej {name}\n\nChauffören har fått koden och är hos dig inom en halvtimme.',
      thanks: 'Tack, nu är allt på plats!',
    },
    {
      subject: 'Offert på 32 nattduksbord',
      inbox: 'business',
      ask: 'Hej\n\nVi renoverar 32 rum i {city} och vill ha offert på nattduksbord i samma serie som {product}. Leverans senast i mars.\n\nVänliga hälsningar\n{name}',
      answer: 'Hej {name}\n\nOfferten bifogas. Vi kan leverera i två omgångar, den första i februari.',
      comment: 'Uppföljning på måndag om de inte har svarat.',
      file: { name: 'Offert_{order}.pdf', type: 'application/pdf' },
      html: true,
    },
    {
      subject: 'Är det rätt skruv till sängramen?',
      inbox: 'service',
      ask: 'Hej!\n\nJag bifogar en bild på skruven som låg i påsen. Den är för kort för sängramen. Kan ni skicka rätt sort till {city}?\n\n{name}',
      answer: 'Hej {name}\n\nDet är skruven till gaveln. Åtta långa är skickade med posten i dag.',
      ticket: 'Fel skruv, order {order}',
      file: { name: 'skruv.png', type: 'image/png' },
    },
    {
      subject: 'Finns {product} kvar i Malmö?',
      inbox: 'service',
      ask: 'Hej\n\nFinns {product} fortfarande i butiken i Malmö? Jag kan hämta i dag om någon kan hålla den åt mig.\n\n/{name}',
      answer: 'Hej {name}\n\nEn finns kvar och den står undan med ditt namn till kl. 18.',
      thanks: 'Perfekt, jag kommer vid fem.',
    },
    {
      subject: 'Order {order}: en kartong ser öppnad ut',
      inbox: 'service',
      ask: 'Hej\n\nOrdern har kommit men en kartong ser öppnad ut. Inget verkar saknas, men jag vill att ni vet det.\n\nMed vänlig hälsning\n{name}',
      answer: 'Hej {name}\n\nTack för att du hör av dig. Vi har noterat det och återkommer inte om du inte vill.',
      html: true,
    },
    {
      subject: 'Fel moms på faktura {order}',
      inbox: 'business',
      ask: 'Hej\n\nFaktura {order} har dansk moms, men vi är ett svenskt bolag med momsregistrering. Kan ni skicka en ny?\n\nMed vänlig hälsning\n{name}',
      answer: 'Hej {name}\n\nEn ny faktura utan dansk moms är skickad i dag.',
      thanks: 'Tack, då betalar vi den.',
    },
    {
      subject: 'Brandklass på {product}',
      inbox: 'business',
      ask: 'Hej\n\nInför besiktningen i {city} behöver vi intyg på brandklassen för tyget på {product}. Kan ni skicka det?\n\nVänligen\n{name}',
      answer: 'Hej {name}\n\nIntyget är bifogat. Tyget klarar EN 1021, del 1 och 2.',
      file: { name: 'Brandintyg.pdf', type: 'application/pdf' },
    },
    {
      subject: 'Ramavtal: nya kontaktpersoner',
      inbox: 'business',
      ask: 'Hej\n\nFrån den 1 december är det Åsa och jag som beställer för kontoret i {city}. Vill ni ändra det hos er?\n\n{name}',
      answer: 'Hej {name}\n\nDet är ändrat. Välkomna!',
    },
  ],
  chats: [
    {
      lines: [
        { by: 'visitor', text: 'Hej! Skickar ni {product} till {city}?' },
        { by: 'visitor', text: 'och vad kostar frakten?' },
      ],
    },
    {
      lines: [
        { by: 'visitor', text: 'Jag vill ändra min order' },
        { by: 'bot', text: 'Det går bra. Vilket ordernummer gäller det?' },
        { by: 'visitor', text: '{order}' },
      ],
    },
  ],
  forms: [
    {
      fields: [
        { label: 'Namn', value: '{name}' },
        { label: 'E-post', value: '{email}' },
        { label: 'Meddelande', value: 'Jag söker återförsäljare av {product} i {city}.' },
      ],
    },
  ],
  bulk: [
    {
      from: 'Företagsregistret Direkt',
      address: 'info@foretagsregistretdirekt.example',
      subject: 'Er registrering löper ut',
      text: 'Förnya er plats i registret för 4 995 kr.',
    },
  ],
};
