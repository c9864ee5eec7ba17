/** Abbreviations that keep their full stop, by what a following capital letter means for the sentence. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** A name or number follows: never the end of a sentence ("Gen. Smith", "No. 10", "Sept. 11"). */
export const TITLES = set(
  `mr mrs ms mx dr drs prof gen lt col maj capt cmdr cpl sgt adm brig rep reps sen sens gov govs pres rev hon st ste mt ft sr msgr supt det insp amb
   no nos vs vol fig art sec para pp jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri messrs mlle mme
   lt-gen maj-gen brig-gen spc pfc sgts gens cols profs atty asst dep min vice-adm rear-adm al-haj approx ca cf viz esp eg ie rs`,
);

const STATES = `ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va
   wash wis wyo ont que alta sask man`;

/** May end a sentence: it does before a capital that is no name's usual beginning. */
export const OTHERS = set(
  `inc pvt corp co ltd llc plc bros jr etc al dept univ assn assoc ave blvd rd hwy est ext tel fax pop dist prov pro ${STATES}
   op ed eds dem dems p m s lb lbs oz min hr hrs yr yrs sq cu kg km`,
);

/** Words of their own when written small ("a sick man.", "on the mass."); abbreviations of names, offices and days have a capital. */
const CAPITALISED = set(
  `${STATES} pro lt col maj adm brig rep reps sen sens gov pres rev hon mt det amb jan mar dec mon wed fri dep pop fax`,
);

/** Written small alone ("i.e.", "c. 1818"): in capitals they are names ("IE"). */
const SMALL = set('ie eg esp cf viz ca approx');

/** Is the word an abbreviation before a full stop, as far as its capital letters tell? */
export function isAbbreviation(word: string): boolean {
  const lower = word.toLowerCase();
  if (word === lower ? CAPITALISED.has(lower) : SMALL.has(lower)) return false;
  return TITLES.has(lower) || OTHERS.has(lower) || (word.length === 1 && /\p{Lu}/u.test(word));
}

/** Words that begin a sentence more often than a name goes on after "U.S." or "Inc.". */
export const OPENERS = set(
  `the a an this that these those he she it they we you i his her its their our there here in on at by for from with when while as after before
   but and or if although however meanwhile according some many most all no not what who why how where also both since under over among during
   about earlier later last on once yet still such other another one two three several police officials`,
);

/** Abbreviations only before a number ("No. 10", "c. 1818"); else words of their own ("No. He …"). */
export const BEFORE_NUMBERS = set('no nos fig figs art sec para vol vols c ca p pp rs');
