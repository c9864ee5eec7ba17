"""Treebanks and raw features for the tagger-parser. Hashes and shapes here must equal those of src/parse/features.ts."""
import json
import random
import re

HASH_BUCKETS = 1 << 14
HASHED = 8
RARE_LABEL = 15


def read_conllu(path):
    """Sentences as lists of (form, upos, xpos, head, deprel); multiword tokens and empty nodes are left out."""
    sentences, words = [], []
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if not line:
            if words:
                sentences.append(words)
            words = []
        elif not line.startswith('#'):
            c = line.split('\t')
            if '-' in c[0] or '.' in c[0]:
                continue
            words.append((c[1], c[3], c[4], int(c[6]), c[7]))
    if words:
        sentences.append(words)
    return sentences


def fnv(seed, text):
    """FNV-1a over UTF-16 code units."""
    h = (2166136261 ^ seed) & 0xFFFFFFFF
    raw = text.encode('utf-16-le', 'surrogatepass')
    for i in range(0, len(raw), 2):
        h ^= raw[i] | (raw[i + 1] << 8)
        h = (h * 16777619) & 0xFFFFFFFF
    return h


def hashed_features(form):
    """Eight bucket numbers: prefixes of 1-3, suffixes of 1-4 letters, and the whole word, lower-cased."""
    w = form.lower()
    pieces = [w[:1], w[:2], w[:3], w[-1:], w[-2:], w[-3:], w[-4:], w]
    return [fnv(k * 7919 + 1, p) % HASH_BUCKETS for k, p in enumerate(pieces)]


SHAPES = 40


def shape_of(form, first):
    """A small number for the look of a word: case, digits, punctuation, first in its sentence."""
    if re.fullmatch(r'[A-Z]', form):
        kind = 0
    elif re.fullmatch(r'[A-Z]{2,}', form):
        kind = 1
    elif re.fullmatch(r'[A-Z][a-z]+', form):
        kind = 2
    elif re.fullmatch(r'[a-z]+', form):
        kind = 3
    elif re.fullmatch(r'[0-9]{4}', form):
        kind = 4
    elif re.fullmatch(r'[0-9]+', form):
        kind = 5
    elif re.fullmatch(r'[0-9][0-9.,:/-]*', form):
        kind = 6
    elif re.fullmatch(r'([A-Za-z]\.)+', form):
        kind = 7
    elif re.fullmatch(r'[A-Z].*[A-Z].*', form):
        kind = 8
    elif re.fullmatch(r'[A-Z].*', form):
        kind = 9
    elif re.fullmatch(r'[a-z].*', form):
        kind = 10
    elif form in ('.', '!', '?'):
        kind = 11
    elif form in ('"', '“', '”', "'", '‘', '’', '``', "''"):
        kind = 12
    elif form in ('(', ')', '[', ']', '{', '}'):
        kind = 13
    elif form in ('-', '–', '—', '--'):
        kind = 14
    elif form in (',', ';', ':'):
        kind = 15
    elif form in ('$', '£', '€', '%'):
        kind = 16
    elif re.search(r'[0-9]', form):
        kind = 17
    elif re.fullmatch(r'[^A-Za-z0-9]+', form) and ord(form[0]) < 128:
        kind = 18
    else:
        kind = 19
    return kind * 2 + (1 if first else 0)


def normal(form):
    """The form under which a word's vector is looked up."""
    return form.lower().replace('’', "'").replace('‘', "'").replace('“', '"').replace('”', '"').replace('—', '--').replace('–', '-')


def load_vectors(path, most, wanted):
    """The first `most` words of the vector file, and those of `wanted` that it has further down."""
    raw = json.load(open(path, encoding='utf-8'))
    names = raw['words']
    vectors = raw['vectors']
    out = {}
    for i, w in enumerate(names):
        if i < most or w in wanted:
            out[w] = vectors[w][:100] if isinstance(vectors, dict) else vectors[i][:100]
    return out


def vary(sentence, rng):
    """Spelling variants for training: no final stop, curly quotes, lower case, dashes."""
    words = list(sentence)
    if len(words) > 4 and words[-1][1] == 'PUNCT' and rng.random() < 0.08 and not any(w[3] == len(words) for w in words):
        words = words[:-1]
    if rng.random() < 0.4:
        opened = False
        fresh = []
        for f, u, x, h, d in words:
            if f == '"':
                f, opened = ('”' if opened else '“'), not opened
            elif "'" in f:
                f = f.replace("'", '’')
            fresh.append((f, u, x, h, d))
        words = fresh
    if rng.random() < 0.03:
        words = [(f.lower(), u, x, h, d) for f, u, x, h, d in words]
    elif rng.random() < 0.05:
        words = as_headline(words)
    return words


SMALL_IN_HEADLINES = {'ADP', 'DET', 'CCONJ', 'PART', 'PUNCT', 'SYM'}


def as_headline(words):
    """Capital letters on content words, no final stop."""
    if len(words) > 4 and words[-1][0] == '.' and not any(w[3] == len(words) for w in words):
        words = words[:-1]
    return [(f if u in SMALL_IN_HEADLINES or not f[:1].islower() else f[:1].upper() + f[1:], u, x, h, d) for f, u, x, h, d in words]


def label_counts(sentences):
    counts = {}
    for s in sentences:
        for w in s:
            counts[w[4]] = counts.get(w[4], 0) + 1
    return counts


def shuffled(items, seed):
    items = list(items)
    random.Random(seed).shuffle(items)
    return items
