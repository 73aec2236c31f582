"""Which language a text is in, told by its function words."""

import pytest

from claimlint.detect.paper.language import language_of

COMPLIANT = [f"{law} compliant ai" for law in "gdpr hipaa ferpa finra dora sox lgpd pipeda".split()]
UNLIKE = [f"a {thing} like no other" for thing in "tutor chatbot scheduler planner clerk".split()]
FOREIGN = {
    "de": "der agent prüft jede rechnung und meldet sich bei ihnen wenn etwas nicht stimmt so dass "
    "sie nachts ruhig schlafen können",
    "fr": "cet agent lit toutes les factures de la maison et il répond aux clients sans que vous "
    "ayez à faire quoi que ce soit",
    "it": "questo agente legge tutte le fatture della ditta e risponde ai clienti senza che "
    "nessuno debba fare nulla per lui",
    "pt": "o agente lê todas as faturas da empresa e responde aos clientes sem que ninguém tenha "
    "de fazer nada por ele",
    "es": "el agente lee todas las facturas de la empresa y responde a los clientes sin que nadie "
    "tenga que hacer nada",
    "nl": "de agent leest alle facturen van het bedrijf en antwoordt de klanten zonder dat iemand "
    "er iets voor hoeft te doen",
    "pl": "agent czyta wszystkie faktury w firmie i odpowiada na pytania klientów tak że nikt nie "
    "musi się tym zajmować ani do tego wracać",
    "sv": "agenten läser alla fakturor i firman och svarar kunderna så att ingen av er behöver "
    "göra det en gång till",
    "da": "agenten læser alle fakturaer i firmaet og svarer kunderne så ingen af jer behøver at "
    "gøre det en gang til",
}


@pytest.mark.parametrize("lines", [COMPLIANT, UNLIKE], ids=["ai", "a-and-no"])
def test_a_list_of_features_is_english_though_its_words_are_foreign_too(lines):
    """ "AI" is a word of Italian, "a" and "no" are words of Portuguese."""
    assert language_of(" ".join(lines).split()) == "en"


@pytest.mark.parametrize("code", FOREIGN)
def test_one_sentence_of_twenty_words_tells_its_language(code):
    assert language_of(FOREIGN[code].split()) == code


def test_fewer_words_tell_none():
    assert language_of(FOREIGN["de"].split()[:19]) is None
