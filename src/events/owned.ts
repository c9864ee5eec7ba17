/** Phrases with a role whose owners only a user's dictionary knows: "the ministers of X and Y", "an X-ian diplomat". */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, isRel } from '../tree.ts';

/** An entry of a user's dictionary that is no role: a state or a body. */
const isUsers = ({ code, sector }: Actor): boolean => code !== undefined && sector === null;

const OWNER_CASES = new Set(['of', 'from']);

/** Modifiers, possessors and "of" phrases of a noun, with everything coordinated in them. */
function ownersOf(tree: Tree, head: number): Word[] {
  const direct = dependents(tree, head, 'amod', 'compound', 'nmod').filter(
    (w) => !isRel(w, 'nmod') || w.deprel === 'nmod:poss' || OWNER_CASES.has(caseOf(tree, w.index) ?? ''),
  );
  const all = [...direct];
  for (let k = 0; k < all.length; k++) all.push(...dependents(tree, all[k]!.index, 'conj'));
  return all;
}

const belongsTo = (role: Actor, owner: Actor): Actor => ({ ...role, country: owner.country, code: owner.code! });

/** Mentions in which every owner that a user's dictionary has is an actor with the phrase's role; others as they are. */
export function withUsersOwners(tree: Tree, mentions: readonly Mention[]): readonly Mention[] {
  const users = mentions.filter((m) => m.actors.length > 0 && m.actors.every(isUsers));
  if (!users.length) return mentions;
  const byHead = new Map(users.map((m) => [m.head, m.actors]));
  return mentions.map((mention) => {
    const role = mention.actors[0];
    if (mention.kind !== 'nominal' || !role || isUsers(role)) return mention;
    const owners = ownersOf(tree, mention.head).flatMap((w) => byHead.get(w.index) ?? []);
    if (!owners.length) return mention;
    return { ...mention, actors: owners.map((owner) => belongsTo(role, owner)) };
  });
}
