import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitSentences } from './index.ts';

const read = (text: string, title: string | null = null) => splitSentences({ id: 'x', date: null, title, text });
const sentences = (text: string) => read(text).map((s) => text.slice(s.from, s.to));
const tokens = (text: string) =>
  read(text)
    .flatMap((s) => s.tokens.map((t) => t.form))
    .join(' ');

test('abbreviations, titles and initials do not end a sentence', () => {
  assert.deepEqual(sentences('U.S. officials met Gen. Lee in Washington, D.C. on Friday. Mr. Kim stayed away.'), [
    'U.S. officials met Gen. Lee in Washington, D.C. on Friday.',
    'Mr. Kim stayed away.',
  ]);
  assert.deepEqual(sentences('Talks began at 9 a.m. The envoys left by noon.'), [
    'Talks began at 9 a.m.',
    'The envoys left by noon.',
  ]);
  assert.deepEqual(sentences('J. R. Smith of Acme Inc. agreed with St. Petersburg on Jan. 5.'), [
    'J. R. Smith of Acme Inc. agreed with St. Petersburg on Jan. 5.',
  ]);
});

test('a quotation mark after a stop belongs to the sentence that it closes', () => {
  assert.deepEqual(sentences('"We will not yield." He left.'), ['"We will not yield."', 'He left.']);
  assert.deepEqual(sentences('“Go home!” the crowd shouted. “Now!”'), ['“Go home!” the crowd shouted.', '“Now!”']);
});

test('words are cut as UD English cuts them', () => {
  assert.equal(
    tokens("They don't accept Iran's 20-year-old offer."),
    "They do n't accept Iran 's 20 - year - old offer .",
  );
  assert.equal(tokens("They shouldn't've gone; he’d’ve known."), "They should n't 've gone ; he ’d ’ve known .");
  assert.equal(tokens('It cannot re-open the pro-Russian channel.'), 'It can not re-open the pro-Russian channel .');
  assert.equal(tokens('UN-backed troops and the ex-minister left.'), 'UN - backed troops and the ex-minister left .');
  assert.equal(
    tokens('The workers’ party won $5.3 million, or 12%.'),
    'The workers ’ party won $ 5.3 million , or 12 % .',
  );
});

test('datelines are data, with their place, date and agency', () => {
  const [first] = read('PYONGYANG, June 19 (KCNA) -- A delegation left on Monday.');
  assert.equal(first!.dateline?.place, 'PYONGYANG');
  assert.equal(first!.dateline?.dateText, 'June 19');
  assert.equal(first!.dateline?.agency, 'KCNA');
  const places = (text: string) => read(text)[0]!.dateline?.place ?? null;
  assert.equal(places('LA PAZ, Bolivia -- A court ordered the release of two miners.'), 'LA PAZ');
  assert.equal(places('Gaziantep, Turkey - A court convicted a smuggler.'), 'Gaziantep');
  assert.equal(places('Tehran, March 15, IRNA - The speaker condemned the raid.'), 'Tehran');
  assert.equal(places('Lima, March 8 (EFE) The president rejected the plan.'), 'Lima');
  assert.equal(places('QUETTA: The army shelled a village.'), 'QUETTA');
  assert.equal(places('Lagos - Police arrested a trader.'), 'Lagos');
  assert.equal(places('PARIS/BERLIN (Reuters) - Two ministers met.'), 'PARIS');
  assert.equal(places('Tehran, Iran | AFP | The army shelled a village.'), 'Tehran');
  assert.equal(places('CAIRO | Reuters - Two ministers met.'), 'CAIRO');
  assert.equal(places('Paris (AFP) The minister rejected the plan.'), 'Paris');
  assert.equal(places('GENEVA (AP) _ The envoy left.'), 'GENEVA');
  for (const none of [
    'Hamas (ISIS) attacked a village.',
    'The Agency (IAEA) said no.',
    'Iran - a member since 1960 - left.',
    'Putin - Russia’s president - left.',
    'Putin: Russia will not yield.',
    'On May 5 the talks failed.',
    'Kim, who met Xi, left.',
  ])
    assert.equal(places(none), null, none);
});

test('a dateline is one with its sentence, whatever stops and notes are in it', () => {
  const tass = 'MOSCOW, May 5. /TASS/. The minister left. He was ill.';
  assert.deepEqual(sentences(tass), ['MOSCOW, May 5. /TASS/. The minister left.', 'He was ill.']);
  const [first] = read(tass);
  assert.deepEqual([first!.dateline?.dateText, first!.dateline?.agency], ['May 5', 'TASS']);
  const noted = 'LIMA, 12 MAR 90 (EFE) -- [TEXT] THE REBELS BURNED A BRIDGE ON MONDAY.';
  const { dateline, tokens: words } = read(noted)[0]!;
  assert.deepEqual(
    [dateline!.dateText, noted.slice(dateline!.to)],
    ['12 MAR 90', 'THE REBELS BURNED A BRIDGE ON MONDAY.'],
  );
  assert.equal(words.find((t) => t.from === dateline!.to)!.form, 'The');
});

test('headings, reading lists and invitations are structure, not prose', () => {
  const text =
    'Key Facts\n\nThe ministry protested on Monday.\n\nFurther Reading\n\nA Border Reopens (The Daily Example)\n\nFollow us on Facebook. Sign up for our newsletter.';
  const found = read(text).map((s) => [s.kind, s.section, s.publisher ?? null]);
  assert.deepEqual(found, [
    ['heading', 'Key Facts', null],
    ['prose', 'Key Facts', null],
    ['heading', 'Further Reading', null],
    ['reference', 'Further Reading', 'The Daily Example'],
    ['boilerplate', 'Further Reading', null],
    ['boilerplate', 'Further Reading', null],
  ]);
});

test('a sentence in capitals is read in small letters, with its offsets kept', () => {
  const text = 'IRAN ATTACKED THE PORT ON MONDAY.';
  const [first] = read(text);
  assert.equal(first!.tokens.map((t) => t.form).join(' '), 'Iran attacked the port on Monday .');
  for (const t of first!.tokens) assert.equal(text.slice(t.from, t.to).toLowerCase(), t.form.toLowerCase());
});

test('capitals: words are small, names and acronyms are not, months and modal verbs by their neighbours', () => {
  const text =
    "GEN. ROE OF THE U.S. ARMY DIDN'T SAY IN MAY THAT THE SOLDIERS MAY LEAVE THE CAMPS OF THE REBELS (FPLQ).";
  assert.equal(
    tokens(text),
    "Gen. Roe of the U.S. Army did n't say in May that the soldiers may leave the camps of the rebels ( FPLQ ) .",
  );
  assert.equal(
    tokens('MINISTER LUIS de ROE VISITED THE BURNED VILLAGES YESTERDAY.'),
    'Minister Luis de Roe visited the burned villages yesterday .',
  );
  assert.deepEqual(['IRAN ATTACKS TURKEY', 'BBC LIMA', 'UN TALKS FAIL'].map(tokens), [
    'Iran attacks Turkey',
    'BBC LIMA',
    'UN talks fail',
  ]);
  assert.equal(tokens('NATO and the EU met the IMF.'), 'NATO and the EU met the IMF .');
});

test('tokens stand in order inside their sentence, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      let last = 0;
      for (const s of read(text)) {
        assert.ok(s.from >= last && s.to > s.from && s.to <= text.length);
        let at = s.from;
        for (const t of s.tokens) {
          assert.ok(t.from >= at && t.to > t.from && t.to <= s.to);
          at = t.to;
        }
        last = s.to;
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('no word is lost and no sentence is longer than the limit', () => {
  const text = `${'the old minister and '.repeat(500)}Iran`;
  const found = read(text);
  assert.equal(found.flatMap((s) => s.tokens).length, 2001);
  assert.ok(found.every((s) => s.tokens.length <= 250));
});

test('a text that was broken at a fixed width flows on; lines that end early do not', () => {
  const wrapped = [
    'The ministers of four states on the lake agreed on Monday that the',
    'Joint Water Office will open a house in the port, and they invited',
    'other states to send a judge. The talks began in the spring, when a',
    'long drought had brought the river to its lowest in a century, and',
    'Lower Delta towns had to be given water by ship, by rail and on the',
    'backs of mules.',
  ];
  const asked = [
    'The talks began in the spring, when a long drought had brought the river to its lowest in a century, and Lower Delta towns had to be given water by ship, by rail and on the backs of mules.',
    'Jane Roe',
  ];
  for (const shout of [false, true]) {
    const cased = (text: string): string => (shout ? text.toUpperCase() : text);
    const text = cased([...wrapped, '', 'Jane Roe'].join('\n'));
    const found = sentences(text).map((s) => s.replace(/\n/g, ' '));
    assert.equal(found.length, 3);
    assert.deepEqual(found.slice(1), asked.map(cased));
  }
  assert.deepEqual(sentences('Floods on the lake drive a thousand from their homes\nJane Roe in Teldan'), [
    'Floods on the lake drive a thousand from their homes',
    'Jane Roe in Teldan',
  ]);
});

test('an abbreviation is one by its capital, its number or what follows it', () => {
  assert.deepEqual(sentences('He was a sick man. General Roe left. It is great art. I agree. No. I do not.'), [
    'He was a sick man.',
    'General Roe left.',
    'It is great art.',
    'I agree.',
    'No.',
    'I do not.',
  ]);
  assert.deepEqual(sentences('They take vitamin C. The rest is sold by IE. Its price fell.'), [
    'They take vitamin C.',
    'The rest is sold by IE.',
    'Its price fell.',
  ]);
  for (const whole of [
    'The Pro. and Dr. Jane Roe met Pro. Poe and Profs. Doe and Moe.',
    'He is the No. two of Springfield, Mass. Jane Roe said so.',
  ])
    assert.deepEqual(sentences(whole), [whole]);
});

test('stray stops and smileys join the sentence before; a bracket goes on after an abbreviation', () => {
  assert.deepEqual(sentences('They agreed . . . Talks go on. :) The end.'), [
    'They agreed . . .',
    'Talks go on. :)',
    'The end.',
  ]);
  assert.deepEqual(sentences('It left at 10 a.m. (GMT) for Geneva.'), ['It left at 10 a.m. (GMT) for Geneva.']);
  assert.deepEqual(sentences('“We go.“ They went.'), ['“We go.“', 'They went.']);
  assert.equal(tokens('No. He lives at No. 10, says example.com.'), 'No . He lives at No. 10 , says example.com .');
});

test('time grows with the length of hostile text, not faster', () => {
  for (const piece of [
    '. ',
    '"',
    '[1]',
    '" — A (',
    '" A, ',
    'A. "',
    'Sources: ',
    're-',
    'U.S.',
    '\ud83d',
    "a'",
    'a-',
  ]) {
    const found = read(`Yes. ${piece.repeat(20_000)}`);
    assert.ok(found.every((s) => s.tokens.length <= 250));
  }
});

test('lines that were run together are cut where a day, an entry, an address or a capital shows it', () => {
  assert.deepEqual(sentences('Envoys meet rebels in Oslo Tuesday, March 3, 2015 The talks began at noon.'), [
    'Envoys meet rebels in Oslo',
    'Tuesday, March 3, 2015',
    'The talks began at noon.',
  ]);
  assert.deepEqual(
    sentences(
      'The army left. Sources "Troops leave" — The Daily Example, May 3, 2010 "Rebels enter" — Example Wire, 4 May 2010',
    ),
    [
      'The army left.',
      'Sources',
      '"Troops leave" — The Daily Example, May 3, 2010',
      '"Rebels enter" — Example Wire, 4 May 2010',
    ],
  );
  const lists = [
    [
      'The army left.',
      'Sources',
      '"Will troops leave?" — The Daily Example, May 3, 2010',
      'Jane Roe and John Poe. "Rebels enter" — Example Wire, Tuesday, May 4, 2010',
      '"Bridge falls" — example.org, May 2010',
      'Politics and conflicts',
      'Africa',
      'Middle East',
      'Economy and business',
    ],
    [
      'The army left.',
      'Related news',
      '"Rebels enter" — Example Wire',
      '"Bridge falls" — Example Times',
      '"Storm" — The Daily Example',
    ],
    [
      'The army left.',
      'Sources',
      '“Rebels enter” Example Wire, 4 May 2010',
      '“Bridge falls” — Example Times, (undated)',
      'Share this article',
      'Correct an error',
    ],
  ];
  for (const list of lists) assert.deepEqual(sentences(list.join(' ')), list);
  assert.deepEqual(sentences('Jane Roe of the Civic League In the eastern district, nobody won.'), [
    'Jane Roe of the Civic League',
    'In the eastern district, nobody won.',
  ]);
  assert.deepEqual(sentences('Read it at https://example.com/a.html Ministers met again.'), [
    'Read it at https://example.com/a.html',
    'Ministers met again.',
  ]);
  assert.deepEqual(sentences('By Jane Roe EXAMPLE NEWS The army withdrew from the village.'), [
    'By Jane Roe',
    'EXAMPLE NEWS',
    'The army withdrew from the village.',
  ]);
  const list = read('Sources\n\nTroops Leave a Border Village (The Daily Example) Rebels Enter (Example Wire)');
  assert.deepEqual(
    list.map((s) => [s.kind, s.publisher ?? null]),
    [
      ['heading', null],
      ['reference', 'The Daily Example'],
      ['reference', 'Example Wire'],
    ],
  );
  assert.deepEqual(sentences('• Troops shelled a village • Two envoys left'), [
    '• Troops shelled a village',
    '• Two envoys left',
  ]);
});

test('dates, names and titles inside a sentence do not cut it', () => {
  for (const whole of [
    'The truce of Tuesday, March 3, 2015, held.',
    'They met on Tuesday, March 3, 2015 Moscow time, in The Hague.',
    'Sources in Cairo said that the minister of The Gambia left.',
    'U.S. officials and Mr. Kim met U.N. envoys, Sen. Roe and Lt. Gen. Poe of the U.S. Army.',
    'Prime Minister J. K. Roe, Jr. met Dr. Poe and Rep. Moe (R., Va.) on Sept. 3 at 5 p.m. Monday.',
    'Gov. Roe flew from St. Louis to Ft. Worth with Col. Poe of Example Co. and Adm. Moe.',
    'The U.S. Secretary of State and the U.S. State Department approved No. 5 in Art. 9.',
    'PYONGYANG, June 19 (KCNA) -- Gen. Ri met the envoy.',
    'In the book "Politics and Africa" Jane Roe, May 3, 2010 winner of the prize, wrote of Middle East Asia trade.',
    'He called the offer "a long game" on Monday, May 3, 2010, in Crime and Law, South America Brazil section.',
  ])
    assert.deepEqual(sentences(whole), [whole]);
});

test('a number that counts a block is no sentence; a remark in brackets and a small-capital name are', () => {
  assert.deepEqual(sentences('2. The envoys left.\n\n2.1. Remarks on aid'), [
    '2. The envoys left.',
    '2.1. Remarks on aid',
  ]);
  assert.deepEqual(sentences('The river rose again. (credit: Jane Roe)'), [
    'The river rose again.',
    '(credit: Jane Roe)',
  ]);
  assert.deepEqual(sentences('They sued the firm. eBay agreed.'), ['They sued the firm.', 'eBay agreed.']);
});

test('lines that nothing marks are parted where the words show it, and clauses full of capitals are not', () => {
  for (const [one, two] of [
    ['Envoys from both sides meet in Oslo to save the truce', 'The talks began on Monday at noon.'],
    [
      'A harbour town counts its dead after the storm Last updated at 10:46 GMT',
      'The mayor said that nobody was missing.',
    ],
    ['03/15/2001 04:17 PM', 'Please send me the draft of the treaty.'],
  ])
    assert.deepEqual(sentences(`${one} ${two}`), [one, two]);
  for (const whole of [
    'The president of the Civic League praised The Example Times on Monday.',
    'Troops of the Republic of Congo and Rwandan rebels fought near Goma on Friday.',
    'The Foreign Ministry said Prime Minister Jane Roe would visit New York in May.',
    'They met at the Peace Palace Tuesday and at the White House Friday.',
    'Iran urged Turkey, and Turkey urged Syrian rebels, to let Red Cross trucks pass.',
    'The talks resume at 8 pm ET on Sunday and at 10 pm Monday.',
    'Emir Jan bin Roe Al Poe called Monterey County The Example Herald on Sunday.',
    'He read For Whom the Bell Tolls and After the Flood in prison.',
    'Kim Jong Un: We are ready for talks with the United States',
    'THE ARMY OF THE NORTH MET THE REBELS IN THE TOWN',
  ])
    assert.deepEqual(sentences(whole), [whole]);
});

test('numbers, times, money and degrees are whole; units and signs stand apart', () => {
  assert.equal(tokens('It paid €1.2m or £3.2bn at 5:30pm.'), 'It paid € 1.2 m or £ 3.2 bn at 5:30 pm .');
  assert.equal(tokens('It fell by .5 to 1,234.5 (3/4).'), 'It fell by .5 to 1,234.5 ( 3/4 ) .');
  assert.deepEqual(sentences('Jane Roe, Ph.D., asked for Rs. 500. The Dem. Rep. of Congo paid.'), [
    'Jane Roe, Ph.D., asked for Rs. 500.',
    'The Dem. Rep. of Congo paid.',
  ]);
});
