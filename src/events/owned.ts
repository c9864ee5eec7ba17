/** Phrases with a role whose owners only a user's dictionary knows: "the ministers of X and Y", "an X-ian diplomat". */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents } from '../tree.ts';

/** An entry of a user's dictionary that is no role: a state or a body. */
const isUsers = ({ code, sector }: Actor): boolean => code !== undefined && sector === null;

const isAllUsers = ({ actors }: Mention): boolean => actors.length > 0 && actors.every(isUsers);

/** Modifiers, possessors and "of" phrases of a noun, else where they come from, with everything coordinated in them. */
function ownersOf(tree: Tree, head: number): Word[] {
  const phrases = (preposition: string): Word[] =>
    dependents(tree, head, 'nmod').filter((w) => caseOf(tree, w.index) === preposition);
  const near = [...dependents(tree, head, 'amod', 'compound', 'nmod:poss'), ...phrases('of')];
  const all = near.length ? near : phrases('from');
  for (let k = 0; k < all.length; k++) all.push(...dependents(tree, all[k]!.index, 'conj'));
  return all;
}

const belongsTo = (role: Actor, owner: Actor): Actor => ({ ...role, country: owner.country, code: owner.code! });

/** Mentions in which every owner that a user's dictionary has is an actor with the phrase's role; others as they are. */
export function withUsersOwners(tree: Tree, mentions: readonly Mention[]): readonly Mention[] {
  const users = mentions.filter((m) => (m.kind !== 'nominal' || m.first === m.last) && isAllUsers(m));
  if (!users.length) return mentions;
  const byHead = new Map(users.map((m) => [m.head, m.actors]));
  return mentions.map((mention) => {
    const role = mention.actors[0];
    if (mention.kind !== 'nominal' || !role) return mention;
    const owners = ownersOf(tree, mention.head).flatMap((w) => byHead.get(w.index) ?? []);
    if (!owners.length) return mention;
    return { ...mention, actors: owners.map((owner) => belongsTo(role, owner)) };
  });
}
