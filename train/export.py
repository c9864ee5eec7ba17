"""Packs a trained student into the binary that src/parse/model.ts reads: a JSON header and int8 / float32 arrays.

    python export.py model.pt ../data/model.bin
"""
import json
import struct
import sys

import numpy as np
import torch

import data as D

UNIT = 16384.0  # int16 value of an LSTM output of 1
MLP_UNIT = UNIT


def rows_int8(w):
    """Per-row symmetric int8: values and scales."""
    top = np.abs(w).max(axis=1, keepdims=True)
    top[top == 0] = 1
    scale = top / 127.0
    return np.round(w / scale).clip(-127, 127).astype(np.int8), scale[:, 0].astype(np.float32)


def pad(w, to):
    """Pads the columns of a matrix with zeros to a multiple of `to`."""
    extra = -w.shape[1] % to
    return np.pad(w, ((0, 0), (0, extra))) if extra else w


def main(source, target):
    saved = torch.load(source, weights_only=False)
    s = {k: v.numpy().astype(np.float64) for k, v in saved['state'].items()}
    c, codec = saved['config'], saved['codec']
    blobs, entries = [], []

    def add(name, array):
        raw = np.ascontiguousarray(array).tobytes()
        offset = sum(len(b) for b in blobs)
        entries.append(dict(name=name, type={'int8': 'i8', 'float32': 'f32'}[str(array.dtype)], shape=list(array.shape), offset=offset))
        blobs.append(raw + b'\0' * (-len(raw) % 16))

    column_scale = []
    for name, key in (('glove', 'glove.weight'), ('known', 'known.weight'), ('hashed', 'hashed.weight'), ('shape', 'shape.weight')):
        w = s[key]
        scale = np.abs(w).max() / 127.0 if name in ('glove', 'shape') else min(np.abs(w).max(), np.abs(w).std() * 6) / 127.0
        add(name, np.round(w / scale).clip(-127, 127).astype(np.int8))
        column_scale += [scale] * w.shape[1]
    column_scale = np.array(column_scale)

    hidden = c['hidden']
    for k in range(c['layers']):
        for d, suffix in (('f', ''), ('b', '_reverse')):
            w = s[f'lstm.{k}.weight_ih_l0{suffix}']
            w = w * column_scale if k == 0 else w / UNIT
            q, scale = rows_int8(pad(w, 8))
            add(f'l{k}{d}.w', q)
            add(f'l{k}{d}.ws', scale)
            add(f'l{k}{d}.bias', (s[f'lstm.{k}.bias_ih_l0{suffix}'] + s[f'lstm.{k}.bias_hh_l0{suffix}']).astype(np.float32))
            q, scale = rows_int8(s[f'lstm.{k}.weight_hh_l0{suffix}'] / UNIT)
            add(f'l{k}{d}.u', q)
            add(f'l{k}{d}.us', scale)
    root = s['root']

    def linear(name, key):
        q, scale = rows_int8(s[f'{key}.weight'] / UNIT)
        if q.shape[0] % 2:
            q, scale = np.pad(q, ((0, 1), (0, 0))), np.pad(scale, (0, 1))
        add(f'{name}.w', q)
        add(f'{name}.ws', scale)
        bias = s[f'{key}.bias']
        add(f'{name}.bias', np.pad(bias, (0, q.shape[0] - len(bias))).astype(np.float32))

    for name, key in (('arcDep', 'arc_dep'), ('arcHead', 'arc_head'), ('relDep', 'rel_dep'), ('relHead', 'rel_head'), ('upos', 'upos'), ('xpos', 'xpos')):
        linear(name, key)
    # The root's own head vectors, computed once.
    relu = lambda x: np.maximum(x, 0)
    add('rootArc', relu(s['arc_head.weight'] @ root + s['arc_head.bias']).astype(np.float32))
    add('rootRel', (s['rel_head.weight'] @ root + s['rel_head.bias']).astype(np.float32))
    add('arcW', s['arc_w'].astype(np.float32))  # dep @ W @ head^T: rows of W^T are wanted as W @ head, so W stays
    add('arcB', s['arc_b'].astype(np.float32))
    add('relOut', s['rel_out.weight'].astype(np.float32))
    add('relOutBias', s['rel_out.bias'].astype(np.float32))

    names = lambda table: [k for k, _ in sorted(table.items(), key=lambda kv: kv[1])]
    header = dict(format='dragoman-parser', version=1, hidden=hidden, layers=c['layers'], arc=c['arc'], rel=c['rel'], unit=UNIT,
                  buckets=D.HASH_BUCKETS, labels=names(codec['labels']), upos=names(codec['upos']), xpos=names(codec['xpos']),
                  vectors='\n'.join(names(codec['vectors'])), known='\n'.join(names(codec['known'])), arrays=entries)
    text = json.dumps(header, ensure_ascii=False).encode('utf-8')
    text += b' ' * (-(len(text) + 8) % 16)
    with open(target, 'wb') as f:
        f.write(struct.pack('<II', 0x44524731, len(text)))
        f.write(text)
        for b in blobs:
            f.write(b)
    print(f'{target}: {8 + len(text) + sum(len(b) for b in blobs)} bytes')


if __name__ == '__main__':
    main(*sys.argv[1:3])
