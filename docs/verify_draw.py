#!/usr/bin/env python3
"""Checks a published draw from docs/draw.md alone; shares no line with the Java verifier. Exit 0 good, 1 refused, 2 not readable.

    python3 verify_draw.py FILE
"""
import hashlib
import hmac
import json
import re
import sys
from datetime import datetime

sha256 = lambda data: hashlib.sha256(data).digest()
LINE = re.compile(rb'\{"i":(0|[1-9][0-9]*),"leaf":"([0-9a-f]{64})","p":(0|[1-9][0-9]*)\}\n?')


class Refused(Exception):
    pass


def require(condition, otherwise):
    if not condition:
        raise Refused(otherwise)


def time(text):
    return datetime.fromisoformat(re.sub(r'(\.\d{6})\d+', r'\1', text.replace('Z', '+00:00')))


def permutation(key, n):
    """The position of each join index, one after the other."""
    h = max(1, ((n - 1).bit_length() + 1) // 2)
    mask = (1 << h) - 1
    f = [[int.from_bytes(sha256(key + bytes([r]) + x.to_bytes(8, 'big'))[:8], 'big') & mask for x in range(1 << h)] for r in range(8)]
    for v in range(n):
        while True:
            left, right = v >> h, v & mask
            for r in range(8):
                left, right = right, left ^ f[r][right]
            v = left << h | right
            if v < n:
                break
        yield v


class Tree:
    """RFC 6962: the roots of complete subtrees, largest first, each with its height."""

    def __init__(self):
        self.parts = []

    def append(self, node, height=0):
        while self.parts and self.parts[-1][1] == height:
            node, height = sha256(b'\x01' + self.parts.pop()[0] + node), height + 1
        self.parts.append((node, height))

    def root(self):
        nodes = [node for node, _ in self.parts]
        root = nodes.pop() if nodes else sha256(b'')
        while nodes:
            root = sha256(b'\x01' + nodes.pop() + root)
        return root


def path_root(node, index, n, path):
    if n == 1:
        require(not path, 'path too long')
        return node
    require(path, 'path too short')
    k = 1 << ((n - 1).bit_length() - 1)
    if index < k:
        return sha256(b'\x01' + path_root(node, index, k, path[:-1]) + path[-1])
    return sha256(b'\x01' + path[-1] + path_root(node, index - k, n - k, path[:-1]))


def check(file):
    draw = json.loads(file.readline())
    unhex = lambda name: bytes.fromhex(draw[name])
    if draw['algorithm'] != 'boxoffice-draw-1':
        raise ValueError('another algorithm')
    if draw['state'] != 'DRAWN':
        require('seed' not in draw and 'draw_key' not in draw and not file.readline(), 'shown too early')
        return 'not held yet'
    n, key = draw['participants'], unhex('draw_key')
    require(sha256(unhex('seed')) == unhex('commitment'), 'commitment')
    require(time(draw['opened_at']) >= time(draw['opens_at']), 'closed too early')
    require(hmac.digest(unhex('seed'), unhex('root') + draw['beacon']['value'].encode(), 'sha256') == key, 'draw key')
    first = file.readline()
    if n > 0 and not first:
        if 'proof' in draw:
            proof = draw['proof']
            i = proof['join_index']
            require(i < n, 'join index')
            require(path_root(bytes.fromhex(proof['leaf']), i, n, [bytes.fromhex(p) for p in proof['path']]) == unhex('root'), 'path')
            require(next(p for j, p in enumerate(permutation(key, n)) if j == i) == proof['position'], 'position')
        return 'the document alone'
    tree = Tree()
    for i, p in enumerate(permutation(key, n) if n else ()):
        require(first, 'lines are missing')
        line = LINE.fullmatch(first)
        if not line:
            raise ValueError('line %d' % (i + 2))
        require((int(line[1]), int(line[3])) == (i, p), 'index or position of line %d' % (i + 2))
        tree.append(bytes.fromhex(line[2].decode()))
        first = file.readline()
    require(not first, 'too many lines')
    require(tree.root() == unhex('root'), 'root')
    return '%d participants' % n


if __name__ == '__main__':
    try:
        with open(sys.argv[1], 'rb') as published:
            print('GOOD:', check(published))
    except Refused as wrong:
        print('REFUSED:', wrong)
        sys.exit(1)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as bad:
        print('NOT READABLE:', repr(bad), file=sys.stderr)
        sys.exit(2)
