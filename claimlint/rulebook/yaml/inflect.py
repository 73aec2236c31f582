"""The written forms of English verbs and nouns, so that matching needs no tagger."""

from __future__ import annotations

import re
from types import MappingProxyType

_IRREGULAR_VERBS = MappingProxyType(
    {
        "be": "is are am was were be been being",
        "have": "have has had having",
        "do": "do does did done doing",
        "go": "go goes went gone going",
        "run": "run runs ran running",
        "make": "make makes made making",
        "take": "take takes took taken taking",
        "give": "give gives gave given giving",
        "get": "get gets got gotten getting",
        "keep": "keep keeps kept keeping",
        "know": "know knows knew known knowing",
        "grow": "grow grows grew grown growing",
        "think": "think thinks thought thinking",
        "understand": "understand understands understood understanding",
        "learn": "learn learns learned learnt learning",
        "beat": "beat beats beaten beating",
        "outdo": "outdo outdoes outdid outdone outdoing",
        "cut": "cut cuts cutting",
        "set": "set sets setting",
        "put": "put puts putting",
        "let": "let lets letting",
        "hit": "hit hits hitting",
        "win": "win wins won winning",
        "sell": "sell sells sold selling",
        "send": "send sends sent sending",
        "spend": "spend spends spent spending",
        "build": "build builds built building",
        "buy": "buy buys bought buying",
        "bring": "bring brings brought bringing",
        "catch": "catch catches caught catching",
        "choose": "choose chooses chose chosen choosing",
        "pay": "pay pays paid paying",
        "read": "read reads reading",
        "write": "write writes wrote written writing",
        "drive": "drive drives drove driven driving",
        "rise": "rise rises rose risen rising",
        "fall": "fall falls fell fallen falling",
        "find": "find finds found finding",
        "leave": "leave leaves left leaving",
        "lose": "lose loses lost losing",
        "miss": "miss misses missed missing",
        "mean": "mean means meant meaning",
        "meet": "meet meets met meeting",
        "see": "see sees saw seen seeing",
        "say": "say says said saying",
        "tell": "tell tells told telling",
        "teach": "teach teaches taught teaching",
        "sleep": "sleep sleeps slept sleeping",
        "break": "break breaks broke broken breaking",
        "speak": "speak speaks spoke spoken speaking",
        "show": "show shows showed shown showing",
        "fight": "fight fights fought fighting",
        "hold": "hold holds held holding",
        "forget": "forget forgets forgot forgotten forgetting",
        "begin": "begin begins began begun beginning",
        "become": "become becomes became becoming",
        "come": "come comes came coming",
        "shrink": "shrink shrinks shrank shrunk shrinking",
        "slash": "slash slashes slashed slashing",
        "pull": "pull pulls pulled pulling",
        "lead": "lead leads led leading",
        "feel": "feel feels felt feeling",
        "hear": "hear hears heard hearing",
        "stand": "stand stands stood standing",
        "outperform": "outperform outperforms outperformed outperforming",
        "rethink": "rethink rethinks rethought rethinking",
        "oversee": "oversee oversees oversaw overseen overseeing",
        "undergo": "undergo undergoes underwent undergone undergoing",
        "shut": "shut shuts shutting",
        "freeze": "freeze freezes froze frozen freezing",
        "quit": "quit quits quitting",
    }
)
_IRREGULAR_NOUNS = MappingProxyType(
    {
        "person": "person persons people",
        "man": "man men",
        "woman": "woman women",
        "child": "child children",
        "staff": "staff",
        "personnel": "personnel",
        "people": "people",
        "analysis": "analysis analyses",
        "hypothesis": "hypothesis hypotheses",
        "crisis": "crisis crises",
        "half": "half halves",
        "shelf": "shelf shelves",
        "life": "life lives",
        "index": "index indexes indices",
    }
)
_DOUBLING = frozenset(
    """stop plan ship drop chat cap map swap step slip skip trim spot plug scan ban grab log tag
    admit commit permit submit refer prefer occur control transfer cancel model travel label
    compel propel bet cram dig dip drag flag flip grip hum jam jog let nag nap net pin pop prep rap
    rig rip rob rub sag sit snap strip tap tip trap trip wrap""".split()
)
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")
_IZE = re.compile(r"(?<=[a-z]{2})[iy]([sz])(e|es|ed|ing)$")


def verb_forms(phrase: str) -> tuple[str, ...]:
    """Return the written forms of a verb ("take care of": "takes care of", "took …")."""
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    return tuple(dict.fromkeys(form + tail for form in _spellings(_verb(verb.lower()))))


def third_person(verb: str) -> str:
    """Return the form of a verb behind "it": "files" of "file"."""
    return _verb(verb)[1]


def noun_forms(phrase: str) -> tuple[str, ...]:
    """Return singular and plural of a noun; of several words the last is inflected."""
    before, _, noun = phrase.lower().rpartition(" ")
    head = f"{before} " if before else ""
    return tuple(dict.fromkeys(head + form for form in _noun(noun)))


def _verb(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR_VERBS:
        return tuple(_IRREGULAR_VERBS[verb].split())
    if "-" in verb:
        prefix, _, stem = verb.rpartition("-")
        return tuple(f"{prefix}-{form}" for form in _verb(stem))
    for prefix in ("re", "over", "out", "un", "auto"):
        if verb.startswith(prefix) and verb[len(prefix) :] in _IRREGULAR_VERBS:
            return tuple(prefix + form for form in _IRREGULAR_VERBS[verb[len(prefix) :]].split())
    if _CONSONANT_Y.search(verb):
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith("ie"):
        return (verb, verb + "s", verb + "d", verb[:-2] + "ying")
    if verb.endswith("ee"):
        return (verb, verb + "s", verb + "d", verb + "ing")
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    third = verb + ("es" if _HISSING.search(verb) or verb.endswith("o") else "s")
    if verb in _DOUBLING:
        double = verb + verb[-1]
        single = (verb + "ed", verb + "ing") if verb[-1] == "l" else ()
        return (verb, third, double + "ed", double + "ing", *single)
    return (verb, third, verb + "ed", verb + "ing")


def _spellings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Add the other spelling of verbs in -ise and -ize, -yse and -yze."""
    out: list[str] = []
    for word in words:
        out.append(word)
        match = _IZE.search(word)
        if match:
            other = "z" if match.group(1) == "s" else "s"
            out.append(word[: match.start(1)] + other + word[match.end(1) :])
    return tuple(out)


def _noun(noun: str) -> tuple[str, ...]:
    if noun in _IRREGULAR_NOUNS:
        return tuple(_IRREGULAR_NOUNS[noun].split())
    if _CONSONANT_Y.search(noun):
        return (noun, noun[:-1] + "ies")
    if _HISSING.search(noun):
        return (noun, noun + "es")
    return (noun, noun + "s")
