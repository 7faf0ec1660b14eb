import type { Language } from './story';

export const norwegian: Language = {
  tag: 'nb',
  people: [
    'Ingrid Solheim',
    'Øystein Bråten',
    'Kari Nordmann Lie',
    'Håkon Sæther',
    'Marit Fjeld',
    'Trond Ødegård',
    'Silje Haugen',
    'Arne Kvåle',
    'Hilde Bjørnstad',
    'Geir Strømme',
    'Turid Aasen',
    'Eirik Lunde',
  ],
  firms: [
    { name: 'Fjellheim Hotell', domain: 'fjellheim.example' },
    { name: 'Bryggen Kontor AS', domain: 'bryggenkontor.example' },
  ],
  cities: ['Bergen', 'Tromsø', 'Ålesund', 'Oslo', 'Bodø'],
  mails: [
    {
      subject: 'Faktura 20931 – feil organisasjonsnummer',
      inbox: 'business',
      ask: 'Hei\n\nFakturaen for ordre {order} har feil organisasjonsnummer. Kan dere sende en ny, så får vi den betalt før månedsskiftet?\n\nVennlig hilsen\n{name}',
      answer: 'Hei {name}\n\nEn ny faktura er sendt i dag, og den gamle er kreditert. Beklageligvis sto nummeret feil i vårt register.',
      thanks: 'Takk, da er den betalt.',
      html: true,
    },
    {
      subject: 'Når kommer {product} på lager igjen?',
      inbox: 'service',
      ask: 'Hei\n\nJeg har ventet på {product} i røkt eik siden august. Vet dere når den kommer på lager igjen? Jeg kan hente i {city}.\n\nHilsen {name}',
      answer: 'Hei {name}\n\nNeste parti er ferdig i uke 49. Vi har satt av én til deg, og den holdes til 15. desember.',
      thanks: 'Så bra! Da venter jeg gjerne.',
    },
    {
      subject: 'Skadet ved levering, palle 7 av 12',
      inbox: 'business',
      ask: 'Hei\n\nPalle 7 av 12 hadde fått et slag under transporten. Fire bord har merker i kanten. Bilder er vedlagt.\n\nVennlig hilsen\n{name}, {city}',
      answer: 'Hei {name}\n\nTakk for bildene. Vi sender fire nye bord med bilen på torsdag og tar de skadde med tilbake.',
      comment: 'Meldt til transportøren, sak 4471.',
      ticket: 'Transportskade, ordre {order}',
      file: { name: 'palle-7.png', type: 'image/png' },
      html: true,
    },
    {
      subject: 'Mål på {product} med armlener',
      inbox: 'service',
      ask: 'Hei!\n\nHvor høye er armlenene på {product}? Bordet vårt er 72 cm, og jeg er redd for at stolen ikke går under.\n\n{name}',
      answer: 'Hei {name}\n\nArmlenene er 66,5 cm, så den går fint under et bord på 72.',
    },
    {
      subject: 'Endre leveringsadresse, ordre {order}',
      inbox: 'service',
      ask: 'Hei\n\nVi flytter før møblene kommer. Kan dere levere til {city} i stedet? Ny adresse er Strandgaten 14.\n\nHilsen {name}',
      answer: 'Hei {name}\n\nAdressen er endret. Leveringen blir to dager senere enn avtalt.',
    },
    {
      subject: 'Tilbud på {product} til konferansesalen',
      inbox: 'business',
      ask: 'Hei\n\nVi trenger 80 stablestoler til konferansesalen i {city}, gjerne {product}. Kan vi få tilbud med frakt?\n\nVennlig hilsen\n{name}',
      answer: 'Hei {name}\n\nTilbudet er vedlagt. {product} kan stables seks i høyden.',
      file: { name: 'Tilbud_{order}.pdf', type: 'application/pdf' },
    },
    {
      subject: 'Delt levering av ordre {order}',
      inbox: 'business',
      ask: 'Hei\n\nKan ordre {order} leveres i to omganger? Andre etasje er ikke klar før i januar.\n\n{name}',
      answer: 'Hei {name}\n\nDet går fint. Første del kommer som avtalt, resten når dere sier fra.',
      thanks: 'Perfekt, takk!',
    },
  ],
  chats: [
    {
      lines: [
        { by: 'visitor', text: 'Hei, kan jeg få {product} i en annen farge?' },
        { by: 'visitor', text: 'gjerne mørk grønn' },
      ],
    },
    {
      lines: [
        { by: 'visitor', text: 'Hvor lang er leveringstiden til {city}?' },
        { by: 'bot', text: 'Leveringstiden er normalt 2-3 uker. Vil du snakke med en av oss?' },
      ],
    },
  ],
  forms: [
    {
      fields: [
        { label: 'Navn', value: '{name}' },
        { label: 'E-post', value: '{email}' },
        { label: 'Melding', value: 'Ønsker katalog og prisliste for hotellserien, sendt til {city}.' },
      ],
    },
  ],
  bulk: [
    {
      from: 'Lån & Spar',
      address: 'tilbud@laanogspar.example',
      subject: 'Trenger bedriften mer likviditet?',
      text: 'Svar på minuttet, uten sikkerhet. Les mer på nettsiden vår.',
    },
  ],
};
