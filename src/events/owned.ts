/** Phrases with a role and all their owners, those of a user's dictionary too: "the ministers of X and Y", "an X-ian diplomat". */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';

/** An entry of a user's dictionary that is no role: a state or a body. */
const isUsers = ({ code, sector }: Actor): boolean => code !== undefined && sector === null;

const isAllUsers = ({ actors }: Mention): boolean => actors.length > 0 && actors.every(isUsers);

function antecedentOf(tree: Tree, word: number): Word[] {
  for (let at = tree.words[word]!; at.head >= 0; at = tree.words[at.head]!)
    if (at.deprel === 'acl:relcl') return [tree.words[at.head]!];
  return [];
}

/** "recognised the new government *in Mali*": where the object is, right behind it. */
const placeOf = (tree: Tree, head: number): Word[] =>
  isRel(tree.words[head]!, 'obj')
    ? dependents(tree, tree.words[head]!.head, 'obl').filter(
        (w) => caseOf(tree, w.index) === 'in' && w.index === head + 2,
      )
    : [];

/**
 * Who may own a noun, the likeliest first: modifiers, possessors and "of" phrases; where it comes from; where it is. With everything
 * coordinated in them.
 */
function ownersOf(tree: Tree, head: number): Word[][] {
  const phrases = (preposition: string): Word[] =>
    dependents(tree, head, 'nmod').filter((w) => caseOf(tree, w.index) === preposition);
  const near = [...dependents(tree, head, 'amod', 'compound', 'nmod:poss'), ...phrases('of')];
  // "Mali, whose president": the one whom the relative clause is about.
  const relative = near.filter((w) => w.lemma === 'whose').flatMap(() => antecedentOf(tree, head));
  return [relative, near, phrases('from'), placeOf(tree, head)].map((all) => {
    for (let k = 0; k < all.length; k++) all.push(...dependents(tree, all[k]!.index, 'conj'));
    return all;
  });
}

const belongsTo = (role: Actor, owner: Actor): Actor => ({ ...role, country: owner.country, code: owner.code! });

/** Mentions in which every owner that a user's dictionary has is an actor with the phrase's role; others as they are. */
function withUsersOwners(tree: Tree, mentions: readonly Mention[]): readonly Mention[] {
  const users = mentions.filter((m) => (m.kind !== 'nominal' || m.first === m.last) && isAllUsers(m));
  if (!users.length) return mentions;
  const byHead = new Map(users.map((m) => [m.head, m.actors]));
  return mentions.map((mention) => {
    const role = mention.actors[0];
    if (mention.kind !== 'nominal' || !role) return mention;
    const owners = ownersOf(tree, mention.head).map((words) => words.flatMap((w) => byHead.get(w.index) ?? []));
    const nearest = owners.find((found) => found.length);
    return nearest ? { ...mention, actors: nearest.map((owner) => belongsTo(role, owner)) } : mention;
  });
}

/** "the navies of China, India and Oman": states that follow the first owner of a phrase with a role own it too. */
function withFurtherStates(tree: Tree, mentions: readonly Mention[]): readonly Mention[] {
  const isState = ({ kind, country }: Actor): boolean => kind === 'country' && country !== null;
  const states = new Map(mentions.filter((m) => m.actors.some(isState)).map((m) => [m.head, m.actors.filter(isState)]));
  return mentions.map((mention) => {
    const [role] = mention.actors;
    if (mention.kind !== 'nominal' || !role || role.country === null || role.id !== undefined || role.kind !== 'people')
      return mention;
    const owners = ownersOf(tree, mention.head)[1]!.flatMap((w) => states.get(w.index) ?? []);
    const known = new Set(mention.actors.map((a) => a.country));
    if (!owners.some((o) => known.has(o.country))) return mention;
    const further = [...new Set(owners.map((o) => o.country))].filter((country) => !known.has(country));
    return further.length
      ? { ...mention, actors: [...mention.actors, ...further.map((country) => ({ ...role, country }))] }
      : mention;
  });
}

/** People of whom nothing is known but that they are people: "six people", "the wounded", "three villagers". */
const isAnybody = ({ kind, country, code, id, sector }: Actor): boolean =>
  kind === 'people' &&
  country === null &&
  code === undefined &&
  id === undefined &&
  (sector === 'CVL' || sector === 'UNK');

/** People of a trade or side of which the state is not told: "lawmakers", "students". */
const isSomeOfState = ({ kind, country, code, id, sector }: Actor): boolean =>
  kind === 'people' &&
  country === null &&
  code === undefined &&
  id === undefined &&
  sector !== null &&
  sector !== 'UNK';

/** The verb's phrase with "in" that names a state or a place of one: "in Mali", "outside a Malian market". */
function siteOf(
  tree: Tree,
  verb: number,
  named: ReadonlyMap<number, Actor>,
  before: number,
  lexicon: EventLexicon,
): Actor | undefined {
  const objects = dependents(tree, verb, 'obj').map((w) => w.index);
  return [verb, ...objects]
    .flatMap((at) => dependents(tree, at, 'obl', 'nmod'))
    .filter((w) => lexicon.inClass('site-preposition', caseOf(tree, w.index) ?? '') && w.index < before)
    .flatMap((w) => [w, ...dependents(tree, w.index, 'amod', 'compound')])
    .map((w) => named.get(w.index))
    .find((actor) => actor !== undefined);
}

/** "driven out of Mali by militiamen": those who drive people out of a state of a user's dictionary are of it. */
function leftBy(tree: Tree, agent: Word, named: ReadonlyMap<number, Actor>): Actor | null {
  const left = dependents(tree, agent.head, 'obl').filter((w) =>
    ['from', 'out of'].includes(caseOf(tree, w.index) ?? ''),
  );
  return left.map((w) => named.get(w.index)).find((a) => a !== undefined && isUsers(a)) ?? null;
}

/**
 * "killed six people in Mali", "treated the wounded in Mali": people without a state, to whom it is done there, are of the
 * place; so are those who act where a sentence begins with it ("In Mali, lawmakers called …").
 */
function withResidence(tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon): readonly Mention[] {
  const isOfState = (a: Actor): boolean => a.country !== null || isUsers(a);
  const named = new Map(
    mentions.flatMap((m) =>
      (m.kind === 'name' || (m.kind === 'modifier' && isAllUsers(m))) &&
      m.actors.length === 1 &&
      isOfState(m.actors[0]!)
        ? [[m.head, m.actors[0]!]]
        : [],
    ),
  );
  if (!named.size) return mentions;
  return mentions.map((mention) => {
    // "raided guerrilla bases in Mali": whose the thing is that was hit.
    const isOwner = mention.kind === 'modifier' && isRel(tree.words[mention.head]!, 'compound', 'amod', 'nmod:poss');
    const head = isOwner ? tree.words[tree.words[mention.head]!.head]! : tree.words[mention.head]!;
    if ((mention.kind !== 'nominal' && !isOwner) || head.head < 0) return mention;
    const isOfPlace = mention.actors.every(isAnybody) || (isOwner && mention.actors.every(isSomeOfState));
    const undergoes = isRel(head, 'obj', 'nsubj:pass') && isOfPlace;
    const acts = head.deprel === 'nsubj' && !isOwner && mention.actors.every(isSomeOfState);
    const home = head.deprel === 'obl:agent' && mention.actors.every(isSomeOfState) ? leftBy(tree, head, named) : null;
    if (home) return { ...mention, actors: mention.actors.map((role) => belongsTo(role, home)) };
    // "were kidnapped by gunmen in Mali"
    const isAgent =
      isRel(head, 'obl') && caseOf(tree, head.index) === 'by' && !isOwner && mention.actors.every(isSomeOfState);
    if (!undergoes && !acts && !isAgent) return mention;
    const place = siteOf(tree, head.head, named, acts ? head.index : tree.words.length, lexicon);
    if (!place) return mention;
    const { country, code } = place;
    return { ...mention, actors: mention.actors.map((a) => ({ ...a, country, ...(isUsers(place) && { code }) })) };
  });
}

/** "the country's newspapers" */
const isOfOwnLand = (tree: Tree, head: number, lexicon: EventLexicon): boolean =>
  dependents(tree, head, 'nmod:poss').some((w) => lexicon.inClass('own-land', w.lemma));

/** "the government", "riot police", what is the country's, whom the police act on: organs of a state, and those who oppose it, where the sentence has one state of a user's dictionary. */
function withOnlyState(tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon): readonly Mention[] {
  const owners = mentions.flatMap((m) => m.actors).filter((a) => a.code !== undefined || a.country !== null);
  const only = owners[0];
  if (!only?.code || owners.some((a) => a.code !== only.code)) return mentions;
  const isAtHome = ({ kind, country, code, id, sector }: Actor): boolean =>
    kind !== 'organisation' &&
    country === null &&
    code === undefined &&
    id === undefined &&
    sector !== null &&
    lexicon.inClass('home-sector', sector);
  const hasPolice = mentions.some((m) => m.actors.some((a) => a.code === only.code && a.sector === 'COP'));
  return mentions.map((mention) => {
    const isAbroad = lexicon.inClass('of-another-state', tree.words[mention.head]!.lemma);
    const isLocal =
      mention.kind === 'nominal' &&
      mention.actors.every(isSomeOfState) &&
      (isOfOwnLand(tree, mention.head, lexicon) ||
        (hasPolice && isRel(tree.words[mention.head]!, 'obj', 'nsubj:pass')));
    const isHere = isLocal || mention.actors.every(isAtHome);
    if (mention.kind === 'pronoun' || isAbroad || !mention.actors.length || !isHere) return mention;
    return { ...mention, actors: mention.actors.map((a) => ({ ...a, code: only.code! })) };
  });
}

/** Mentions of a sentence in which phrases with a role have all the owners that the tree gives them. */
export const withOwners = (tree: Tree, mentions: readonly Mention[], lexicon: EventLexicon): readonly Mention[] =>
  withOnlyState(tree, withResidence(tree, withFurtherStates(tree, withUsersOwners(tree, mentions)), lexicon), lexicon);
