"""Learns which gaps between tokens end a line that nothing marks, from the rows of seams.ts; packs src/text/seams.weights.ts.

    python seams.py --gold gold.jsonl --news news.jsonl --dev dev.jsonl --out ../src/text/seams.weights.ts
"""
import argparse
import base64
import json
from collections import Counter

import numpy as np
import torch
from torch import nn

UNIT = 32.0  # an int8 of 32 stands for 1
LOOKS = 38
SMALL = (22, 23)  # looks of words in small letters
SHAPES = 2 * LOOKS + 2
EXTRAS = [8, 8, 6, 6, 3, 3, 2, 4, 5, 5, 2, 2]
LEFT, WINDOW = 8, 16
WEIGHT = {'gum': 1.0, 'ewt': 1.0, 'news': 2.0, 'news-joined': 1.0, 'news-end': 1.0}  # documents as they stand
OTHERS = 0.5


def read(paths):
    return [json.loads(line) for path in paths for line in open(path, encoding='utf-8')]


def vocabulary(rows, most):
    """The most frequent words that are not only names, and endings, and their number; then words of labels. A row of zeros stands for all else."""
    words, small = Counter(), Counter()
    for r in rows:
        for k in range(LEFT - 3, LEFT + 3):
            words[r['words'][k]] += 1
            small[r['words'][k]] += r['shapes'][k] % LOOKS in SMALL
    del words['']
    ordinary = [w for w, n in words.most_common() if n >= 5 and (not w.isalpha() or small[w] >= n / 5)]
    kept = ordinary[:most]
    chosen = set(kept)
    # Words of the labels under articles, most of which are names; they stand behind the others.
    labels = Counter(r['words'][LEFT] for r in rows if r['kind'] == 'news-end' and r['extras'][11])
    names = sorted(w for w, n in labels.items() if n >= 25 and w not in chosen and w.isalpha())
    chosen |= set(names)
    endings = Counter()
    for w, n in words.items():
        if w not in chosen and w.isalpha():
            endings['~' + w[-3:]] += n
            endings['~' + w[-2:]] += n
    kept += [e for e, n in endings.most_common(most // 6) if n >= 20]
    return {w: i + 1 for i, w in enumerate(sorted(kept) + names)}, len(kept)


def holding(rows):
    """Words that stand before many gaps and never end a line: those gaps need no look."""
    seen, ends = Counter(), Counter()
    for r in rows:
        if r['extras'][10] == 0:
            seen[r['words'][LEFT - 1]] += 1
            ends[r['words'][LEFT - 1]] += r['end']
    return sorted(w for w, n in seen.items() if n >= 60 and ends[w] == 0 and w)


def row_of(table, word):
    return table.get(word) or table.get('~' + word[-3:]) or table.get('~' + word[-2:]) or 0 if word else 0


def tensors(rows, table):
    words = torch.tensor([[row_of(table, w) for w in r['words']] for r in rows])
    shapes = torch.tensor([r['shapes'] for r in rows]) + SHAPES * torch.arange(WINDOW)
    starts = np.cumsum([0] + EXTRAS[:-1])
    extras = torch.tensor([r['extras'] for r in rows]) + torch.tensor(starts)
    y = torch.tensor([float(r['end']) for r in rows])
    weight = torch.tensor([WEIGHT.get(r['kind'], OTHERS) for r in rows])
    return words, shapes, extras, y, weight


class Seams(nn.Module):
    def __init__(self, words, dim, hidden):
        super().__init__()
        self.words = nn.Embedding(words + 1, dim, padding_idx=0)
        self.mix = nn.Linear(WINDOW * dim, hidden)
        self.shapes = nn.EmbeddingBag(SHAPES * WINDOW, hidden, mode='sum')
        self.extras = nn.EmbeddingBag(sum(EXTRAS), hidden, mode='sum')
        self.out = nn.Linear(hidden, 1)
        nn.init.normal_(self.words.weight, std=0.3)
        self.words.weight.data[0] = 0
        for e in (self.shapes, self.extras):
            nn.init.normal_(e.weight, std=0.1)

    def forward(self, words, shapes, extras, drop=0.0):
        w, looks = self.words(words), None
        if drop:
            w = w * (torch.rand(w.shape[0], w.shape[1], 1) > drop)
            looks = (torch.rand(shapes.shape) > drop / 3).float()
        h = torch.relu(self.mix(w.flatten(1)) + self.shapes(shapes, per_sample_weights=looks) + self.extras(extras))
        return self.out(nn.functional.dropout(h, drop))[:, 0]


def clip(model):
    """Keeps every weight in the range of its int8."""
    with torch.no_grad():
        for p in model.parameters():
            p.clamp_(-3.9, 3.9)


def train(model, data, args):
    """Trains, and leaves the mean of the last steps' weights in the model."""
    words, shapes, extras, y, weight = data
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.02)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    steps, step = args.epochs * (len(y) // args.batch + 1), 0
    for epoch in range(args.epochs):
        total = 0.0
        for k in torch.randperm(len(y)).split(args.batch):
            for g in optimiser.param_groups:
                g['lr'] = args.rate * max(0.02, 1 - step / steps)
            z = model(words[k], shapes[k], extras[k], args.drop)
            loss = (nn.functional.binary_cross_entropy_with_logits(z, y[k], reduction='none') * weight[k]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            clip(model)
            step += 1
            total += loss.item() * len(k)
            decay = min(0.999, (step + 1) / (step + 10))
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 1 - decay)
        print(f'epoch {epoch + 1} loss {total / len(y):.4f}', flush=True)
    model.load_state_dict(average)


def rounded(model):
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(torch.round(p * UNIT).clamp(-127, 127) / UNIT)


@torch.no_grad()
def report(name, rows, model, table):
    """For several thresholds: ends added where the rules see none."""
    words, shapes, extras, y, _ = tensors(rows, table)
    z = model(words, shapes, extras)
    cut = torch.tensor([r['extras'][10] == 1 for r in rows])
    for kind in sorted({r['kind'] for r in rows}):
        of = torch.tensor([r['kind'] == kind for r in rows])
        left = of & ~cut
        hits = [left & (z > t) for t in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0)]
        print(f'{name} {kind}: {int((y[left] == 1).sum())} ends that the rules miss of {int(left.sum())} gaps; right/added above 1, 1.5, 2, 2.5, 3, 4:',
              ' '.join(f'{int((y[h] == 1).sum())}/{int(h.sum())}' for h in hits), flush=True)


def pack(model, table, ordinary, held, path):
    """Words, then the arrays in base64: vectors, mix, shapes, extras, out (int8), biases (int32 in units of the sums)."""
    byte = lambda t: np.round(t.detach().numpy() * UNIT).clip(-127, 127).astype(np.int8).tobytes()
    bias = np.round(np.concatenate([model.mix.bias.detach().numpy() * UNIT ** 2, model.out.bias.detach().numpy() * UNIT ** 3])).astype('<i4')
    hidden, dim = model.mix.out_features, model.words.embedding_dim
    # Rows of the mix by place and dimension, so that a vector's value walks along one row.
    mix = model.mix.weight.t().contiguous()
    blob = bias.tobytes() + byte(model.words.weight) + byte(mix) + byte(model.shapes.weight) + byte(model.extras.weight) + byte(model.out.weight)
    names = '\n'.join(w for w, _ in sorted(table.items(), key=lambda kv: kv[1]))
    text = '// Written by train/seams.py. Do not edit.\n'
    text += f'export const DIMENSIONS = {dim};\nexport const HIDDEN = {hidden};\n'
    text += f'/** So many of the words are no names of labels alone. */\nexport const ORDINARY = {ordinary};\n'
    text += f'export const WORDS =\n  {json.dumps(names, ensure_ascii=False)};\n'
    text += f'export const HOLDING =\n  {json.dumps(chr(10).join(held), ensure_ascii=False)};\n'
    text += f"export const WEIGHTS =\n  '{base64.b64encode(blob).decode()}';\n"
    open(path, 'w', encoding='utf-8').write(text)
    print(f'{path}: {len(text.encode())} bytes, {len(blob)} of weights')


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--gold', required=True)
    p.add_argument('--news', required=True)
    p.add_argument('--dev', required=True)
    p.add_argument('--out')
    p.add_argument('--words', type=int, default=3000)
    p.add_argument('--dim', type=int, default=8)
    p.add_argument('--hidden', type=int, default=24)
    p.add_argument('--epochs', type=int, default=6)
    p.add_argument('--rate', type=float, default=3e-3)
    p.add_argument('--drop', type=float, default=0.3)
    p.add_argument('--batch', type=int, default=256)
    p.add_argument('--seed', type=int, default=7)
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rows = read([args.gold, args.news])
    table, ordinary = vocabulary(rows, args.words)
    model = Seams(len(table), args.dim, args.hidden)
    train(model, tensors(rows, table), args)
    model.eval()
    rounded(model)
    report('dev', read([args.dev]), model, table)
    report('train', [r for r in rows if r['kind'] in ('gum', 'ewt', 'news')], model, table)
    if args.out:
        pack(model, table, ordinary, holding(rows), args.out)


if __name__ == '__main__':
    main()
