import type { Reality, Status } from '../nouns.ts';

/**
 * One word for people. First line that fits:
 *
 * | said | negated | modality | status |
 * |---|---|---|---|
 * | somebody denies it | any | any | denied |
 * | – | yes | any | negated |
 * | – | no | future | planned |
 * | – | no | hypothetical | possible |
 * | somebody says so, or doubts it | no | actual | alleged |
 * | nobody but the article | no | actual | reported |
 */
export function statusOf({ said, negated, modality }: Pick<Reality, 'said' | 'negated' | 'modality'>): Status {
  if (said.some((s) => s.stance === 'denies')) return 'denied';
  if (negated) return 'negated';
  if (modality === 'future') return 'planned';
  if (modality === 'hypothetical') return 'possible';
  return said.length ? 'alleged' : 'reported';
}
