import type { Language } from './story';

export const danish: Language = {
  tag: 'da',
  people: [
    'Henrik Østergaard-Thomsen',
    'Birgit Sørensen',
    'Anne-Sofie Mørch',
    'Poul Erik Nygaard',
    'Lone Østergaard',
    'Rikke Damgaard',
    'Kasper Holm',
    'Ingelise Bak',
    'Søren Åkjær',
    'Mads Fuglsang',
    'Tove Ravn',
    'Jørgen Lindhardt',
    'Camilla Vestergaard',
    'Bent Skov',
    'Louise Bjerre',
    'Peter Aagaard',
    'Nanna Krogh',
    'Flemming Dahl',
  ],
  firms: [
    { name: 'Hotel Fjordgården', domain: 'fjordgaarden.example' },
    { name: 'Kommunernes Indkøb', domain: 'kommunernesindkoeb.example' },
    { name: 'Østergaard & Søn', domain: 'ostergaardogson.example' },
  ],
  cities: ['Horsens', 'Aarhus', 'Svendborg', 'Køge', 'Aalborg', 'Ribe'],
  mails: [
    {
      subject: 'Leveringen mangler to stoleben – kan vi nå det inden lørdag?',
      inbox: 'service',
      ask: 'Hej Havnegaard\n\nVi pakkede de seks {product}-stole ud i aften. Desværre mangler der to ben i kasse 4 af 6, og posen med bolte var åben. Vi har 14 gæster på lørdag, så det haster desværre lidt. Kan I nå det?\n\nVenlig hilsen\n{name}\nOrdre {order}',
      answer:
        'Hej {name}\n\nTak for din mail. Benene er fundet på lageret i Horsens og kommer med bilen i morgen fredag mellem 8 og 12. Du får en sms, når chaufføren er på vej.',
      thanks: 'Det var hurtigt. Tusind tak for hjælpen, så er lørdagen reddet.',
      comment: 'Lageret i Horsens har benene. Ring til Bent før 15, så kommer de med bilen i morgen.',
      ticket: 'Manglende dele, ordre {order}',
      file: { name: 'Følgeseddel_{order}.pdf', type: 'application/pdf' },
    },
    {
      subject: 'Spørgsmål om pleje af olieret eg',
      inbox: 'service',
      ask: 'Hej\n\nVi er meget glade for vores {product}, men er i tvivl om, hvor tit bordpladen skal have olie. Kan man bruge almindelig møbelolie, eller skal det være jeres egen?\n\nMange hilsner\n{name}',
      answer:
        'Hej {name}\n\nDu kan bruge vores vedligeholdelsesolie eller en anden hårdvoksolie uden farve. To gange om året er nok, når bordet bruges dagligt.',
      thanks: 'Super, tusind tak for hjælpen!',
      html: true,
    },
    {
      subject: 'Afhentning flyttet til torsdag',
      inbox: 'service',
      ask: 'Hej\n\nJeg kan desværre ikke hente ordre {order} i morgen som aftalt. Er det muligt at flytte det til torsdag mellem 8 og 12?\n\nVh {name}',
      answer: 'Hej {name}\n\nDet er flyttet til torsdag. Kør ind ad port 3 i {city}, så hjælper vi med at bære.',
    },
    {
      subject: 'Reklamation: sofa, model {product}',
      inbox: 'service',
      ask: 'Til rette vedkommende\n\nSyningen på højre armlæn er gået op efter fire måneder. Jeg vedhæfter et billede. Hvordan kommer vi videre?\n\nMed venlig hilsen\n{name}, {city}',
      answer: 'Hej {name}\n\nDet skal den selvfølgelig ikke. Vi henter sofaen i næste uge og syr armlænet om uden beregning. I låner en stol imens.',
      comment: 'Samme parti som de tre fra august. Jeg skriver til værkstedet.',
      ticket: 'Reklamation, {product}, ordre {order}',
      file: { name: 'armlæn.png', type: 'image/png' },
      html: true,
    },
    {
      subject: 'Tilbud på kontormøbler, 3. etage',
      inbox: 'business',
      ask: 'Hej\n\nVi indretter tredje etage i {city} og skal bruge 40 stk. {product} og otte mødeborde. Kan I sende et samlet tilbud inden fredag kl. 12?\n\nVenlig hilsen\n{name}',
      answer: 'Hej {name}\n\nTak for forespørgslen. Tilbuddet er vedhæftet og gælder i 30 dage. Levering er seks uger fra ordre.',
      thanks: 'Tak. Vi ser på det på mandag og vender tilbage.',
      comment: 'Kan vi give 12 % ved 40 stk.?',
      file: { name: 'Tilbud_{order}.pdf', type: 'application/pdf' },
    },
    {
      subject: 'Afslag på lakering, bord 220 cm',
      inbox: 'business',
      ask: 'Hej\n\nBordet fra ordre {order} er kommet, men lakken er ru langs den ene kant. Kan nogen komme forbi {city} og se på det?\n\n{name}',
      answer: 'Hej {name}\n\nJonas kommer forbi tirsdag kl. 10 og tager stilling på stedet.',
      ticket: 'Lak, bord 220 cm, ordre {order}',
    },
    {
      subject: 'Kan nogen bekræfte at ordren er i produktion?',
      inbox: 'business',
      ask: 'Hej\n\nVi har ikke hørt noget siden ordre {order} blev bekræftet. Kan nogen bekræfte, at den er i produktion?\n\nVenlig hilsen\n{name}',
      answer: 'Hej {name}\n\nJa, den er i produktion og kører fra {city} den 24.',
    },
    {
      subject: 'Fortrydelsesret på {product}',
      inbox: 'service',
      ask: 'Hej\n\nFarven passer desværre ikke hjemme hos os. Kan jeg sende {product} retur, når den er pakket ud?\n\nVenlig hilsen {name}',
      answer: 'Hej {name}\n\nJa, du har 14 dage. Pak den ind i det oprindelige pap, så henter vi den i {city}.',
    },
    {
      subject: 'Rammeaftale for 2027',
      inbox: 'business',
      ask: 'Hej\n\nVores rammeaftale løber ud ved årsskiftet. Kan vi få et udkast med priser på {product} og de runde borde, så vi når det i budgettet?\n\nVenlig hilsen\n{name}',
      answer: 'Hej {name}\n\nUdkastet kommer på onsdag. Priserne på {product} er uændrede frem til juni.',
    },
    {
      subject: 'EAN-nummer til ordre {order}',
      inbox: 'business',
      ask: 'Hej\n\nFakturaen for {order} skal sendes elektronisk. EAN-nummeret er 5798000123456, og rekvisitionen er {order}-B.\n\n{name}',
      answer: 'Hej {name}\n\nTak, fakturaen er sendt elektronisk i dag.',
      thanks: 'Modtaget og godkendt. Tak.',
    },
    {
      subject: 'Udstillingsmodeller af {product}',
      inbox: 'business',
      ask: 'Hej\n\nVi skifter udstilling i {city} i januar. Kan vi låne fire {product} til vinduet, og hvad koster de, hvis vi beholder dem?\n\nMed venlig hilsen\n{name}',
      answer: 'Hej {name}\n\nDet kan I. De koster halv pris, hvis de bliver.',
      html: true,
    },
  ],
  chats: [
    {
      lines: [
        { by: 'visitor', text: 'Hej, hvor er min ordre?' },
        { by: 'bot', text: 'Hej! Jeg kan slå din ordre op. Hvad er dit ordrenummer?' },
        { by: 'visitor', text: 'kan du finde ordren på navnet? Det er vist {name}' },
        { by: 'bot', text: 'Det står i bekræftelsen fra ordre@havnegaard.example. Det er fem cifre.' },
      ],
    },
    {
      lines: [
        { by: 'visitor', text: 'Har I {product} stående i butikken i {city}?' },
        { by: 'visitor', text: 'Jeg kan komme forbi i dag' },
      ],
    },
  ],
  forms: [
    {
      fields: [
        { label: 'Navn', value: '{name}' },
        { label: 'E-mail', value: '{email}' },
        { label: 'Emne', value: 'Måltagning til garderobe' },
        { label: 'Besked', value: 'Vi vil gerne have en til at komme og måle op i {city}. Helst en formiddag.' },
      ],
    },
  ],
  bulk: [
    {
      from: 'Kontorudsalg',
      address: 'nyhedsbrev@kontorudsalg.example',
      subject: 'Sidste chance: 70 % på kontorstole',
      text: 'Kun i dag. Klik for at se alle tilbud.',
    },
    {
      from: 'Messecenter Vest',
      address: 'marketing@messecentervest.example',
      subject: 'Bliv udstiller på Bolig 2027',
      text: 'Standene bliver revet væk. Book jeres plads nu.',
    },
  ],
};
