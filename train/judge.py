"""Trains the judge of predicates on what train/judge-data.ts wrote.
    python train/judge.py predicates.jsonl --model data/model.bin --events data/events.json --out judge.bin
Not shipped: it does not beat the lexicon alone (bench/RESULTS-judge.md). Two steps: the kinds of events that a word's vector speaks
for, learnt from the lexicon's words (predicted for each word by a net that did not see it); then a linear model over the predicate's
surroundings and that. Fixed seeds; one thread."""
import argparse, collections, hashlib, json, struct
import numpy as np, torch
from scipy import sparse
from sklearn.linear_model import LogisticRegression

TYPES = 'none AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()
INDEX = {t: i for i, t in enumerate(TYPES)}
KIND = {'VERB': 'verb', 'NOUN': 'noun', 'ADJ': 'adjective'}
FOLDS = 6


def fold_of(text):
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % FOLDS


def vectors_of(path):
    raw = open(path, 'rb').read()
    n = struct.unpack('<I', raw[4:8])[0]
    header = json.loads(raw[8:8 + n])
    entry = next(e for e in header['arrays'] if e['name'] == 'glove')
    table = np.frombuffer(raw, np.int8, entry['shape'][0] * entry['shape'][1], 8 + n + entry['offset']).reshape(entry['shape']).astype(np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-6
    return {w: table[i + 1] for i, w in enumerate(header['vectors'].split('\n')) if i + 1 < len(table)}


def lexical_examples(events, rows, vectors):
    """(kind, lemma) -> distribution over types, from the lexicon; words of the news that it does not know are 'none'."""
    votes = collections.defaultdict(lambda: np.zeros(len(TYPES), np.float32))
    several = set()
    for s in events['senses']:
        key = (s['kind'], s['lemma'])
        if s['rest']:
            several.add(key)
            continue
        votes[key][INDEX[s['type']]] += 0.3 if s['weak'] else 0.6 if s['frame']['conditions'] else 1.0
    counts = collections.Counter((KIND[r['upos']], r['lemma']) for r in rows)
    for key, n in counts.items():
        if n >= 2 and key not in votes and key not in several and key[0] != 'adjective':
            votes[key][0] += 1
    return {k: v / v.sum() for k, v in votes.items() if k[1] in vectors and k[0] != 'adjective'}


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = torch.nn.Sequential(torch.nn.Linear(102, 160), torch.nn.ReLU(), torch.nn.Dropout(0.4), torch.nn.Linear(160, len(TYPES)))

    def forward(self, x):
        return self.layers(x)


def inputs(keys, vectors):
    return torch.tensor(np.array([np.concatenate([vectors[w] * 5, [k == 'verb', k == 'noun']]) for k, w in keys], np.float32))


def fit_net(keys, examples, vectors):
    torch.manual_seed(7)
    x, y = inputs(keys, vectors), torch.tensor(np.array([examples[k] for k in keys]))
    net = Net()
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    order = np.random.default_rng(7)
    for _ in range(30):
        net.train()
        for batch in np.array_split(order.permutation(len(keys)), max(1, len(keys) // 64)):
            loss = -(y[batch] * net(x[batch]).log_softmax(1)).sum(1).mean()
            optimiser.zero_grad(); loss.backward(); optimiser.step()
    return net.eval()


def lexical_scores(examples, vectors, wanted):
    """Log-probabilities for each wanted word: by a net that was not trained on it, and those to ship."""
    keys = sorted(examples)
    scores, final, right, events, hit = {}, {}, 0, 0, 0
    for fold in range(FOLDS):
        net = fit_net([k for k in keys if fold_of(k[1]) != fold], examples, vectors)
        out = sorted(k for k in wanted if k[1] in vectors and fold_of(k[1]) == fold)
        with torch.no_grad():
            for k, s in zip(out, net(inputs(out, vectors)).log_softmax(1).numpy()):
                scores[k] = np.maximum(s, -6)
        for k in keys:
            if fold_of(k[1]) == fold and k in scores:
                best = int(scores[k].argmax())
                right += examples[k][best] > 0
                events += examples[k][0] == 0
                hit += examples[k][0] == 0 and examples[k][int(scores[k][1:].argmax()) + 1] > 0
    # A word that is common in the news and that no sense knows is no event word as a rule: the last net has seen it so.
    net = fit_net(keys, examples, vectors)
    unknown = [k for k in keys if k in scores and examples[k][0] == 1]
    with torch.no_grad():
        for k, s in zip(unknown, net(inputs(unknown, vectors)).log_softmax(1).numpy()):
            final[k] = np.maximum(s, -6)
    print(f'words: {len(keys)} known, right for an unseen one {right / len(keys):.3f}; type of an unseen event word {hit / events:.3f} of {events}')
    return scores, {**scores, **final}


def masked(features):
    return [f for f in features if not f.startswith('known as')] + ['not known']


def main():
    p = argparse.ArgumentParser()
    p.add_argument('rows'); p.add_argument('--model', required=True); p.add_argument('--events', required=True); p.add_argument('--out', required=True)
    a = p.parse_args()
    torch.set_num_threads(1)
    rows = [json.loads(l) for l in open(a.rows)]
    events, vectors = json.load(open(a.events)), vectors_of(a.model)
    lexical = lexical_examples(events, rows, vectors)
    wanted = set(lexical) | {(KIND[r['upos']], r['lemma']) for r in rows if r['upos'] != 'ADJ' and r['lemma'] in vectors}
    scores, shipped = lexical_scores(lexical, vectors, wanted)
    counts = collections.Counter(f for r in rows for f in r['f'] if r['y'] != 'none' or f.startswith(('form', 'a ', 'stands')))
    total = collections.Counter(f for r in rows for f in r['f'])
    names = sorted(f for f in total if total[f] >= 4 and counts[f] >= 2) 
    names += ['not known'] if 'not known' not in names else []
    column = {f: i for i, f in enumerate(names)}
    print(f'{len(names)} features')
    indices, pointers, dense, y, weight, test, mask = [], [0], [], [], [], [], []
    blank = np.full(len(TYPES), -6, np.float32); blank[0] = 0
    for n, r in enumerate(rows):
        if r['y'] != 'none' and r['sure'] < 0.65: continue
        prior = scores.get((KIND[r['upos']], r['lemma']), blank)
        w = 1.0 if r['sure'] >= 0.8 or r['y'] == 'none' else 0.6
        if r['source'] == 'examples': w = 1.5
        for hide in ((False, True) if r['known'] else (False,)):
            f = masked(r['f']) if hide else r['f']
            indices += [column[x] for x in f if x in column]; pointers.append(len(indices))
            dense.append(prior); y.append(INDEX[r['y']]); weight.append(w * (0.5 if r['known'] else 1))
            test.append((n // 40) % 10 == 3); mask.append(hide)
    X = sparse.csr_matrix((np.ones(len(indices), np.float32), indices, pointers), shape=(len(y), len(names)))
    X = sparse.hstack([X, sparse.csr_matrix(np.array(dense) * 0.5)]).tocsr()
    y, weight, test, mask = map(np.array, (y, weight, test, mask))
    model = LogisticRegression(C=0.3, max_iter=120, tol=1e-3)
    model.fit(X[~test], y[~test], sample_weight=weight[~test])
    for label, part in (('known', test & ~mask), ('masked', test & mask)):
        prob = model.predict_proba(X[part]); gold = y[part]
        ev = gold > 0
        print(label, 'predicates', part.sum(), 'events', ev.sum(), 'type of events', (prob[ev][:, 1:].argmax(1) + 1 == gold[ev]).mean().round(3))
        for t in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
            best = prob[:, 1:].argmax(1) + 1; said = prob[:, 1:].max(1) >= t
            ok = (best == gold) & said
            print(f'  at {t}: says {said.sum()} right {ok.sum() / max(1, said.sum()):.3f} finds {ok.sum() / ev.sum():.3f}')
    export(a.out, names, model, shipped)


def export(path, names, model, scores):
    w = model.coef_.astype(np.float32)  # classes x features
    sparse_part, dense_part = w[:, :len(names)].T, w[:, len(names):]
    keys = sorted(scores)
    words = np.array([dense_part @ (scores[k] * 0.5) for k in keys], np.float32)
    keep = np.abs(sparse_part).max(1) > 0.02
    kept = [n for n, k in zip(names, keep) if k]
    arrays, scales = [], []
    for m in (sparse_part[keep], words):
        scale = float(np.abs(m).max() / 127); scales.append(scale)
        arrays.append(np.round(m / scale).astype(np.int8))
    header = json.dumps({'version': 1, 'types': TYPES, 'bias': [round(float(b), 4) for b in model.intercept_], 'featureScale': scales[0], 'wordScale': scales[1],
                         'unknown': [round(float(v), 4) for v in dense_part @ (np.array([0] + [-6] * (len(TYPES) - 1)) * 0.5)],
                         'features': '\n'.join(kept), 'words': '\n'.join(f'{k} {w}' for k, w in keys)}).encode()
    with open(path, 'wb') as out:
        out.write(struct.pack('<II', 0x44524A31, len(header))); out.write(header)
        for m in arrays: out.write(m.tobytes())
    print(f'{len(kept)} features, {len(keys)} words, {8 + len(header) + sum(m.size for m in arrays)} bytes')


if __name__ == "__main__":
    main()
