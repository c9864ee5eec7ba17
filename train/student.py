"""The small tagger and parser that ships: word vectors, hashed letters, BiLSTM, biaffine heads. Trains and evaluates.

    python student.py --treebanks DIR --vectors FILE --out model.pt [--silver FILE.conllu] [--minutes M] [--seed 7]
"""
import argparse
import math
import random
import time

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

import data as D
from names import Inventor


class Student(nn.Module):
    def __init__(self, vectors, n_known, n_labels, n_upos, n_xpos, hidden=128, layers=3, arc=96, rel=64, known_dim=32, hash_dim=48, shape_dim=16, extra=0):
        super().__init__()
        self.config = dict(n_known=n_known, n_labels=n_labels, n_upos=n_upos, n_xpos=n_xpos, hidden=hidden, layers=layers, arc=arc, rel=rel,
                           known_dim=known_dim, hash_dim=hash_dim, shape_dim=shape_dim, n_vectors=len(vectors))
        self.glove = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.known = nn.Embedding(n_known, known_dim)
        self.hashed = nn.EmbeddingBag(D.HASH_BUCKETS, hash_dim, mode='sum')
        self.shape = nn.Embedding(D.SHAPES, shape_dim)
        for e in (self.known, self.shape):
            nn.init.normal_(e.weight, std=0.3)
        nn.init.normal_(self.hashed.weight, std=0.15)
        dims = 100 + known_dim + hash_dim + shape_dim + extra
        self.lstm = nn.ModuleList([nn.LSTM(dims if k == 0 else 2 * hidden, hidden, batch_first=True, bidirectional=True) for k in range(layers)])
        out = 2 * hidden
        self.arc_dep, self.arc_head = nn.Linear(out, arc), nn.Linear(out, arc)
        self.rel_dep, self.rel_head = nn.Linear(out, rel), nn.Linear(out, rel)
        self.root = nn.Parameter(torch.randn(out) * 0.1)
        self.arc_w = nn.Parameter(torch.eye(arc) * 0.5 + torch.randn(arc, arc) * 0.02)
        self.arc_b = nn.Parameter(torch.zeros(arc))
        self.rel_out = nn.Linear(rel, n_labels)
        self.upos, self.xpos = nn.Linear(out, n_upos), nn.Linear(out, n_xpos)
        self.p = 0.27

    def embed(self, b):
        n, t = b['glove'].shape
        hashed = self.hashed(b['hashed'].view(-1, D.HASHED)).view(n, t, -1)
        parts = [self.glove(b['glove']), self.known(b['known']), hashed, self.shape(b['shape'])]
        if self.training:
            keep = torch.rand(n, t, 1)
            drop_words = (keep > 0.12).float()
            drop_known = (torch.rand(n, t, 1) > 0.25).float()
            parts[0] = parts[0] * drop_words
            parts[1] = parts[1] * drop_words * drop_known
            parts[2] = parts[2] * (torch.rand(n, t, 1) > 0.08).float()
        return torch.cat(parts, -1)

    def locked(self, x, p):
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) > p).float() / (1 - p)

    def forward(self, b):
        x = self.locked(self.embed(b), 0.15)
        for lstm in self.lstm:
            packed = pack_padded_sequence(x, b['lengths'], batch_first=True, enforce_sorted=False)
            x, _ = pad_packed_sequence(lstm(packed)[0], batch_first=True, total_length=b['glove'].shape[1])
            x = self.locked(x, self.p)
        n, t, d = x.shape
        heads = torch.cat([self.root.expand(n, 1, d), x], 1)
        act = nn.functional.relu
        dep = self.locked(act(self.arc_dep(x)), 0.2)
        head = self.locked(act(self.arc_head(heads)), 0.2)
        arcs = dep @ self.arc_w @ head.transpose(1, 2) + (head @ self.arc_b)[:, None, :]
        mask = b['mask']
        arcs = arcs.masked_fill(~torch.cat([torch.ones(n, 1, dtype=torch.bool), mask], 1)[:, None, :], -1e9)
        return x, arcs, self.rel_dep(x), self.rel_head(heads), self.upos(x), self.xpos(x)

    def labels(self, rel_dep, rel_head, heads):
        chosen = torch.gather(rel_head, 1, heads[:, :, None].expand(-1, -1, rel_head.shape[2]))
        return self.rel_out(self.locked(nn.functional.relu(rel_dep + chosen), 0.2))


class Codec:
    """Numbers for words, tags and labels."""

    def __init__(self, vectors, known, labels, upos, xpos):
        self.vectors, self.known, self.labels, self.upos, self.xpos = vectors, known, labels, upos, xpos

    def features(self, forms):
        glove = [self.vectors.get(D.normal(f), 0) for f in forms]
        known = [self.known.get(D.normal(f), 0) for f in forms]
        return glove, known, [D.hashed_features(f) for f in forms], [D.shape_of(f, i == 0) for i, f in enumerate(forms)]

    def label(self, deprel):
        return self.labels.get(deprel, self.labels.get(deprel.split(':')[0], 0))


def collate(codec, sentences):
    n, t = len(sentences), max(len(s) for s in sentences)
    b = dict(glove=torch.zeros(n, t, dtype=torch.long), known=torch.zeros(n, t, dtype=torch.long), hashed=torch.zeros(n, t, D.HASHED, dtype=torch.long),
             shape=torch.zeros(n, t, dtype=torch.long), mask=torch.zeros(n, t, dtype=torch.bool), lengths=torch.tensor([len(s) for s in sentences]),
             head=torch.zeros(n, t, dtype=torch.long), rel=torch.zeros(n, t, dtype=torch.long), upos=torch.zeros(n, t, dtype=torch.long), xpos=torch.zeros(n, t, dtype=torch.long))
    for i, s in enumerate(sentences):
        k = len(s)
        g, kn, h, sh = codec.features([w[0] for w in s])
        b['glove'][i, :k], b['known'][i, :k], b['hashed'][i, :k], b['shape'][i, :k] = map(torch.tensor, (g, kn, h, sh))
        b['mask'][i, :k] = True
        b['head'][i, :k] = torch.tensor([w[3] for w in s])
        b['rel'][i, :k] = torch.tensor([codec.label(w[4]) for w in s])
        b['upos'][i, :k] = torch.tensor([codec.upos.get(w[1], 0) for w in s])
        b['xpos'][i, :k] = torch.tensor([codec.xpos.get(w[2], 0) for w in s])
    return b


class Soft(list):
    """A sentence labelled by others: words, and distributions over heads, labels, tags."""

    targets = ()


def read_soft(path):
    saved = torch.load(path, weights_only=False)
    labels, upos, xpos = ([k for k, _ in sorted(saved[t].items(), key=lambda kv: kv[1])] for t in ('labels', 'upos', 'xpos'))
    out = []
    for forms, heads, arcs, rel, up, xp in saved['rows']:
        s = Soft((f, upos[up[j].argmax()], xpos[xp[j].argmax()], heads[j], labels[rel[j].argmax()]) for j, f in enumerate(forms))
        s.targets = (arcs, rel, up, xp)
        out.append(s)
    return out


def varied(sentence, rng, inventor, invented):
    """A spelling variant, with other names at the rate `invented`; sentences with distributions keep their length."""
    renamed = inventor.of(sentence, rng) if invented and rng.random() < invented else sentence
    other = D.vary(renamed, rng)
    if not isinstance(sentence, Soft):
        return other
    out = Soft(other if len(other) == len(sentence) else renamed)
    out.targets = sentence.targets
    return out


def load(path):
    """A saved student and its codec."""
    saved = torch.load(path, weights_only=False)
    codec = Codec(*(saved['codec'][k] for k in ('vectors', 'known', 'labels', 'upos', 'xpos')))
    codec.names = [k for k, _ in sorted(codec.labels.items(), key=lambda kv: kv[1])]
    c = saved['config']
    model = Student(torch.zeros(c['n_vectors'], 100), c['n_known'], c['n_labels'], c['n_upos'], c['n_xpos'], c['hidden'], c['layers'])
    model.load_state_dict(saved['state'])
    return model.eval(), codec


def batches(sentences, words, rng):
    """Groups of like length, about `words` words each, in random order."""
    order = sorted(sentences, key=lambda s: len(s) + rng.random())
    out, group, size = [], [], 0
    for s in order:
        group.append(s)
        size += len(s)
        if size >= words:
            out.append(group)
            group, size = [], 0
    if group:
        out.append(group)
    rng.shuffle(out)
    return out


def loss_of(model, b):
    _, arcs, rd, rh, up, xp = model(b)
    m = b['mask']
    ce = nn.functional.cross_entropy
    rel = model.labels(rd, rh, b['head'])
    return ce(arcs[m], b['head'][m]) + ce(rel[m], b['rel'][m]) + 0.5 * ce(up[m], b['upos'][m]) + 0.5 * ce(xp[m], b['xpos'][m])


def soft_loss_of(model, b, group):
    """As `loss_of`, against the distributions of `Soft` sentences."""
    _, arcs, rd, rh, up, xp = model(b)
    m = b['mask']
    n, t = m.shape
    want = torch.zeros(n, t, t + 1)
    for i, s in enumerate(group):
        want[i, :len(s), :len(s) + 1] = s.targets[0].float()
    flat = lambda k: torch.cat([s.targets[k] for s in group]).float()
    ce = nn.functional.cross_entropy
    rel = model.labels(rd, rh, b['head'])
    return ce(arcs[m], want[m]) + ce(rel[m], flat(1)) + 0.5 * ce(up[m], flat(2)) + 0.5 * ce(xp[m], flat(3))


@torch.no_grad()
def evaluate(model, codec, sentences):
    model.eval()
    right = dict(words=0, upos=0, uas=0, las=0)
    for k in range(0, len(sentences), 64):
        group = sentences[k:k + 64]
        b = collate(codec, group)
        _, arcs, rd, rh, up, _ = model(b)
        heads = arcs.argmax(-1)
        rel = model.labels(rd, rh, heads).argmax(-1)
        m = b['mask']
        names = codec.names
        right['words'] += int(m.sum())
        right['upos'] += int((up.argmax(-1) == b['upos'])[m].sum())
        ok = (heads == b['head'])
        right['uas'] += int(ok[m].sum())
        for i, s in enumerate(group):
            for j, w in enumerate(s):
                if ok[i, j] and names[rel[i, j]].split(':')[0] == w[4].split(':')[0]:
                    right['las'] += 1
    return {k: round(100 * v / right['words'], 2) for k, v in right.items() if k != 'words'}


def build(args):
    read = lambda name: D.read_conllu(f'{args.treebanks}/{name}')
    gold = read('ewt.train.conllu') + read('gum.train.conllu')
    silver = [s for s in D.read_conllu(args.silver)] if args.silver else []
    counts = {}
    for s in gold + silver:
        for w in s:
            counts[D.normal(w[0])] = counts.get(D.normal(w[0]), 0) + 1
    wanted = {w for w, c in counts.items() if c >= 2}
    raw = D.load_vectors(args.vectors, args.most, wanted)
    names = sorted(raw)
    vectors = torch.tensor([[0.0] * 100] + [raw[w] for w in names])
    vectors = vectors.clamp(-2.5, 2.5)
    known = {w: i + 1 for i, w in enumerate(sorted(w for w, c in counts.items() if c >= 4))}
    labels = D.label_counts(gold)
    kept = sorted(l for l, c in labels.items() if c >= D.RARE_LABEL)
    label_ids = {l: i for i, l in enumerate(kept)}
    tags = lambda k: {t: i for i, t in enumerate(sorted({w[k] for s in gold for w in s}))}
    codec = Codec({w: i + 1 for i, w in enumerate(names)}, known, label_ids, tags(1), tags(2))
    codec.names = kept
    return gold, silver, vectors, codec, read('ewt.dev.conllu'), read('gum.dev.conllu')


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--treebanks', required=True)
    p.add_argument('--vectors', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--silver')
    p.add_argument('--soft', help='distributions written by `teacher.py soften`')
    p.add_argument('--resume', help='weights to go on from, with their words')
    p.add_argument('--dropout', type=float, default=0.27, help='between layers')
    p.add_argument('--rate', type=float, default=2e-3, help='highest learning rate')
    p.add_argument('--invented', type=float, default=0.0, help='rate of sentences whose names are replaced by invented ones')
    p.add_argument('--minutes', type=float, default=12)
    p.add_argument('--epochs', type=int, default=100)
    p.add_argument('--seed', type=int, default=7)
    p.add_argument('--most', type=int, default=22000)
    p.add_argument('--hidden', type=int, default=128)
    p.add_argument('--layers', type=int, default=3)
    p.add_argument('--batch', type=int, default=1200)
    p.add_argument('--threads', type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    gold, silver, vectors, codec, ewt, gum = build(args)
    soft = read_soft(args.soft) if args.soft else []
    if args.resume:
        model, codec = load(args.resume)
    else:
        model = Student(vectors, len(codec.known) + 1, len(codec.labels), len(codec.upos), len(codec.xpos), args.hidden, args.layers)
    model.p = args.dropout
    inventor = Inventor(gold)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    optimiser = torch.optim.Adam([q for q in model.parameters() if q.requires_grad], lr=2e-3, betas=(0.9, 0.9))
    print(f'{len(gold)} gold, {len(silver)} silver, {len(soft)} soft sentences, {len(vectors)} vectors, {len(codec.known)} known words, {len(codec.labels)} labels', flush=True)
    start, step, epoch = time.time(), 0, 0
    while epoch < args.epochs and time.time() - start < args.minutes * 60:
        model.train()
        total = 0.0
        extra = rng.sample(silver, min(len(silver), len(gold))) if silver else []
        groups = batches([varied(s, rng, inventor, args.invented) for s in gold + extra if len(s) <= 120], args.batch, rng)
        if soft:
            groups += batches([varied(s, rng, inventor, args.invented) for s in soft], args.batch, rng)
            rng.shuffle(groups)
        for group in groups:
            spent = max((time.time() - start) / (args.minutes * 60), epoch / args.epochs)
            rate = args.rate * min(1, (step + 1) / 200) * (0.5 * (1 + math.cos(math.pi * min(1, spent))) * 0.97 + 0.03)
            for g in optimiser.param_groups:
                g['lr'] = rate
            b = collate(codec, group)
            loss = soft_loss_of(model, b, group) if isinstance(group[0], Soft) else loss_of(model, b)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            step += 1
            total += loss.item()
            decay = min(0.9985, (step + 1) / (step + 10))
            for k, v in model.state_dict().items():
                average[k].lerp_(v, 1 - decay) if v.dtype.is_floating_point else average[k].copy_(v)
            if time.time() - start > args.minutes * 60:
                break
        epoch += 1
        if epoch % 2 == 0 or time.time() - start > args.minutes * 60:
            now = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            print(f'epoch {epoch} {time.time() - start:.0f}s loss {total / len(groups):.3f} ewt {evaluate(model, codec, ewt)} gum {evaluate(model, codec, gum)}', flush=True)
            torch.save(dict(state=average, config=model.config, codec=dict(vectors=codec.vectors, known=codec.known, labels=codec.labels, upos=codec.upos, xpos=codec.xpos)), args.out)
            model.load_state_dict(now)
        else:
            print(f'epoch {epoch} {time.time() - start:.0f}s loss {total / len(groups):.3f}', flush=True)


if __name__ == '__main__':
    main()
