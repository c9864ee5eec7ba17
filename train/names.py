"""Invented names in the place of known ones, so that the student reads a name by where it stands rather than by knowing it.

A name is a proper noun that the treebanks never write small; a word for its people ends as such words do ("Iraqi", "Norwegian").
Names that share their beginning ("Iraq", "Iraqis") share the invented stem.
"""
import re

PEOPLE = re.compile(r'[A-Z][a-z]+(an|ish|ese|i)')
DATES = set('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split())
ONSETS = ['b', 'br', 'c', 'd', 'dr', 'f', 'g', 'gr', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'qu', 'r', 's', 'sh', 'st', 't', 'th', 'tr', 'v', 'w', 'y', 'z', '']
VOWELS = ['a', 'a', 'e', 'e', 'i', 'o', 'o', 'u', 'ai', 'ei']
CODAS = ['', '', '', 'n', 'r', 'l', 's', 'k', 'm', 'd', 'nd', 'rt', 'lt', 'sk', 'th', 'ck']
ENDS = ['', '', '', '', 'ia', 'ia', 'a', 'ea', 'o', 'land', 'lund', 'stan', 'burg', 'ville', 'ton', 'holm', 'ov', 'sen', 'ez', 'on', 'ar', 'en', 'is', 'u']
OF_PEOPLE = ['ian', 'ian', 'ean', 'an', 'ish', 'ese', 'i', 'er']


class Inventor:
    """Knows the words of the treebanks; `of(sentence, rng)` gives the sentence with other names."""

    def __init__(self, sentences):
        forms = {w[0] for s in sentences for w in s}
        self.small = {f for f in forms if f[:1].islower()} | DATES
        self.taken = {f.lower() for f in forms}

    def stem(self, rng):
        count = rng.choice([1, 1, 2, 2, 2, 3])
        syllables = [rng.choice(ONSETS) + rng.choice(VOWELS) + (rng.choice(CODAS) if k == count - 1 or rng.random() < 0.3 else '') for k in range(count)]
        return ''.join(syllables)

    def name(self, stem, upos, xpos, rng):
        """A name on the stem, or a word for its people."""
        if upos == 'ADJ' or xpos == 'NNPS':
            return (stem + rng.choice(OF_PEOPLE)).capitalize() + ('s' if xpos == 'NNPS' else '')
        return (stem + rng.choice(ENDS)).capitalize()

    def is_name(self, form, upos):
        if not re.fullmatch(r'[A-Z][a-z]{2,}', form) or form.lower() in self.small:
            return False
        return upos == 'PROPN' or upos == 'ADJ' and PEOPLE.fullmatch(form) is not None

    def of(self, sentence, rng):
        """The words with invented names, the same one for the same name; a list of as many words."""
        stems, names, out = {}, {}, []
        for f, u, x, h, d in sentence:
            if self.is_name(f, u):
                key = (f, u)
                while key not in names:
                    made = self.name(stems.setdefault(f[:4], self.stem(rng)), u, x, rng)
                    if len(made) > 3 and made.lower() not in self.taken:
                        names[key] = made
                    else:
                        stems[f[:4]] = self.stem(rng)
                f = names[key]
            out.append((f, u, x, h, d))
        return out
