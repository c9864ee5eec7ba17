/** robots.txt: may a page be asked for? (RFC 9309: the longest matching rule counts, allow before disallow.) */

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

/** Rules for an agent: those of its own group, else those for everybody. */
function rulesFor(text: string, agent: string): Rule[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const [, field, value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const name = field?.toLowerCase();
    if (name === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [] });
      groups.at(-1)!.agents.push(value.trim().toLowerCase());
      open = true;
    } else if (name === 'allow' || name === 'disallow') {
      open = false;
      if (value.trim()) groups.at(-1)?.rules.push({ allow: name === 'allow', path: value.trim() });
    }
  }
  const own = groups.filter((group) => group.agents.includes(agent));
  return (own.length ? own : groups.filter((group) => group.agents.includes('*'))).flatMap((group) => group.rules);
}

/** Does a rule's path, with its stars and end mark, match? Plain comparison, no regular expression made from outside text. */
function matches(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$');
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(pieces[0]!)) return false;
  let at = pieces[0]!.length;
  for (const piece of pieces.slice(1)) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!toEnd || at === path.length) return true;
  const last = pieces.at(-1)!;
  return pieces.length > 1 && path.endsWith(last) && path.length - last.length >= at - last.length;
}

/** May `agent` ask for this address, after its host's robots.txt? */
export function isAllowed(robots: string, address: string, agent: string): boolean {
  const { pathname, search } = new URL(address);
  const path = pathname + search;
  const fitting = rulesFor(robots, agent.toLowerCase()).filter((rule) => matches(rule.path, path));
  fitting.sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return fitting[0]?.allow ?? true;
}
