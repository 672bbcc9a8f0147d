#!/usr/bin/env python3
"""Spoils the sheets of a small directory in every way that people and programs spoil them.

    spoiled.py LYS [PART-OF-A-NAME]

Each sheet is refused at its row and column with a cure and hardly another error, or warned of and refused by --strict,
or read right without a word. Everything is asked in French and in English. None of the directory is a fact.
"""

import csv
import gzip
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

HEAD = ["id", "name_fr", "name_en", "acronym", "website", "conditions", "conditions_fr", "scope", "territory", "city",
        "languages", "founded", "roles", "source", "source_note", "status", "reviewed_on", "identifiers"]
ROWS = [
    ["alpha", "Société de l’anémie", "Anemia Society", "SA", "https://alpha.example.org", "first disease;rare disease",
     "première maladie;maladie rare", "rare", "Montréal;16", "Longueuil", "fr;en", "1999-03-25", "awareness",
     "https://alpha.example.org/about", "Fondée à Québec, née d’un élan", "active", "2025-02-03", "NEQ:1140000000"],
    ["beta", "Cœur en santé", "Heart Health", "CS", "https://beta.example.org", "second disease", "seconde maladie",
     "cancer", "Quebec", "Québec", "fr", "2001", "awareness;research-funding", "general-knowledge", "Vue où elle était",
     "active", "", ""],
    ["gamma", "Gamma", "Gamma", "G", "https://gamma.example.org", "rare disease", "maladie rare", "rare", "Canada",
     "Ottawa", "en", "1985", "policy-consultation", "general-knowledge", "", "", "", ""],
]
CONDITIONS = [
    ["id", "label_en", "label_fr", "orpha_code", "mondo_id", "omim", "icd10", "rare", "source", "code_check", "note"],
    ["first", "first disease", "première maladie", "ORPHA:11", "MONDO:0000011", "", "E84", "yes", "", "verified", ""],
    ["second", "second disease", "seconde maladie", "", "MONDO:0000012", "", "", "no", "", "verified", ""],
    ["rare-disease", "rare disease", "maladie rare", "", "", "", "", "", "", "", ""],
]
PUBLICATION = """title: { fr: Essai, en: Trial }
description: { fr: Un essai, en: A trial }
publisher:
  iri: https://example.org/publisher
  name: { fr: Nous, en: We }
licence: https://creativecommons.org/licenses/by/4.0/
attributions: []
base: https://example.org/d/
issued: 2026-01-31
compiled: 2026-01-15
version: 1.2.3
languages: [fr, en]
notes: fr
"""


def table(*changes, rows=None):
    """The sheet of organizations with cells changed: (row as the sheet counts it, column, text)."""
    lines = [list(row) for row in [HEAD] + (rows or ROWS)]
    for row, column, text in changes:
        lines[row - 1][HEAD.index(column)] = text
    return lines


def written(lines, delimiter=",", end="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(lines)
    return out.getvalue()


def column(lines, name, values):
    """The sheet with a column more behind the others."""
    return [line + [value] for line, value in zip(lines, [name] + values)]


class Case:
    def __init__(self, name, sheet, outcome, place="", fr="", en="", cells=(), most=1, files=None, option=()):
        self.name, self.outcome, self.place, self.fr, self.en = name, outcome, place, fr, en
        self.cells, self.most, self.option = dict(cells), most, list(option)
        data = sheet if isinstance(sheet, (bytes, type(None))) else (sheet if isinstance(sheet, str) else written(sheet)).encode()
        self.files = {"organizations.csv": data, "conditions.csv": written(CONDITIONS).encode(),
                      "publication.yaml": PUBLICATION.encode()} | (files or {})
        self.files = {name: data for name, data in self.files.items() if data is not None}


CASES = []


def refused(name, sheet, place, fr, en, most=1, **more):
    CASES.append(Case(name, sheet, "refused", place, fr, en, most=most, **more))


def warned(name, sheet, place, fr, en, cells=(), **more):
    CASES.append(Case(name, sheet, "warned", place, fr, en, cells, **more))


def read(name, sheet, cells=(), **more):
    CASES.append(Case(name, sheet, "read", cells=cells, **more))


O = "organizations.csv"
PLAIN = written(table())
ALPHA = {("alpha", "name_fr"): "Société de l’anémie", ("beta", "name_fr"): "Cœur en santé",
         ("beta", "source_note"): "Vue où elle était"}

# Encodings that are read
read("UTF-8", PLAIN, ALPHA)
read("byte order mark", b"\xef\xbb\xbf" + PLAIN.encode(), ALPHA)
read("byte order mark twice", b"\xef\xbb\xbf" * 2 + PLAIN.encode(), ALPHA)
read("byte order mark before a quoted heading", b"\xef\xbb\xbf" + written(table(), quoting=csv.QUOTE_ALL).encode(), ALPHA)
read("Windows-1252", PLAIN.encode("cp1252"), ALPHA)
read("Windows-1252 with semicolons and CRLF", written(table(), ";", "\r\n").encode("cp1252"), ALPHA)
read("CRLF", written(table(), end="\r\n"), ALPHA)
read("CR", written(table(), end="\r"), ALPHA)
read("tabs", written(table(), "\t"), ALPHA)
read("sep=;", "sep=;\r\n" + written(table(), ";", "\r\n"), ALPHA)
read("sep=,", "sep=,\n" + PLAIN, ALPHA)
read("sep= and a tab", "sep=\t\n" + written(table(), "\t"), ALPHA)
read("SEP=; behind a mark", b"\xef\xbb\xbfSEP=;\n" + written(table(), ";").encode(), ALPHA)
read("NFD", unicodedata.normalize("NFD", PLAIN), ALPHA)
read("NFD headings and lists", unicodedata.normalize("NFD", PLAIN), {("alpha", "territory_fr"): "Montréal; Montérégie"})
read("organizations.tsv", None, ALPHA, files={"organizations.tsv": written(table(), "\t").encode()})
read("Organizations.CSV", None, ALPHA, files={"Organizations.CSV": PLAIN.encode()})
read("publication.yml", PLAIN, ALPHA, files={"publication.yaml": None, "publication.yml": PUBLICATION.encode()})

# Encodings that are refused
UTF8 = ("CSV UTF-8", "CSV UTF-8")
refused("UTF-16 LE with a mark", PLAIN.encode("utf-16"), O, *UTF8)
refused("UTF-16 BE with a mark", b"\xfe\xff" + PLAIN.encode("utf-16-be"), O, *UTF8)
refused("UTF-16 LE without a mark", PLAIN.encode("utf-16-le"), O, "UTF-16", "UTF-16")
refused("UTF-16 BE without a mark", PLAIN.encode("utf-16-be"), O, "UTF-16", "UTF-16")
refused("UTF-32", PLAIN.encode("utf-32"), O, "UTF-32", "UTF-32")
MAC = PLAIN.encode("mac_roman")
refused("Mac Roman", MAC, O + ":2", "Mac Roman : « Société", "Mac Roman: “Société”")
refused("Mac Roman with CR", written(table(), end="\r").encode("mac_roman"), O + ":2", "Mac Roman", "Mac Roman")
refused("CP850", PLAIN.replace("’", "'").replace("œ", "oe").encode("cp850"), O + ":2", "DOS (CP850) : « Société", "“Société”")
refused("NUL", PLAIN.replace("Gamma", "Ga\0mma", 1), O + ":4", "0x00", "0x00")
refused("damaged UTF-8", PLAIN.encode().replace("Gamma".encode(), b"Gamm\xe9", 1), O + ":4", "retapez le mot", "type the word again")
refused("damaged UTF-8 in Windows-1252", b"\x81\x8d", O + ":1", "pas du texte", "no text")
for name, mangled, most in [
        ("doubly encoded UTF-8", "anémie".encode().decode("cp1252"), 1),
        ("doubly encoded UTF-8 as Latin-1", "anémie".encode().decode("latin-1"), 1),
        ("capital, doubly encoded", "Étude".encode().decode("cp1252"), 1),
        ("apostrophe, doubly encoded", "l’anémie".encode().decode("cp1252"), 1),
        ("trebly encoded UTF-8", "anémie".encode().decode("cp1252").encode().decode("cp1252"), 1),
        ("UTF-8 read as Mac Roman", "anémie".encode().decode("mac_roman"), 1),
        ("UTF-8 read as CP850", "anémie".encode().decode("cp850"), 1),
        ("UTF-8 read as CP437", "anémie".encode().decode("cp437"), 1),
        ("an à, doubly encoded", "Ã", 1)]:
    refused(name, table((3, "name_fr", "Fondation " + mangled)), O + ":3:name_fr", "sans doute", "most likely", most)
refused("a lost letter", table((3, "name_fr", "Fondation an\ufffdmie")), O + ":3:name_fr", "s’est perdue", "was lost")

# Encodings that are guessed
for name, mangled, right in [("Mac Roman read as Windows", "anŽmie", "anémie"), ("Latin-9 read as Windows", "C½ur", "Cœur"),
                             ("Latin-9 read as Windows, at the beginning", "½uvre", "œuvre"),
                             ("Windows read as Mac Roman", "QuÈbec", "Québec"), ("Windows read as CP850", "anÚmie", "anémie"),
                             ("CP850 read as Windows", "sant‚", "santé"), ("Mac Roman read as Windows, ô", "h™pital", "hôpital"),
                             ("Mac Roman read as Windows, apostrophe", "lÕaide", "l’aide")]:
    warned(name, table((3, "name_fr", "Fondation " + mangled)), O + ":3:name_fr", f"« {right} »", f"“{right}”")
read("letters that are right", table((3, "name_fr", "Žižek, Šimková et Ångström : β-thalassémie, TNFα, 20 µg, n° 3 ½, élu·e·s"),
                                     (4, "name_fr", "RENÉ… « CAFÉ » ©2024, A–Z, ŒUVRE, Saguenay–Lac-Saint-Jean, d’Œil")))

# Other files
BY = "CSV UTF-8"
for name, data in [("a workbook", b"PK\x03\x04" + bytes(200)), ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
                   ("a page", b"<html><table><tr><td>id</td></tr></table></html>"),
                   ("a table in HTML", b"\xef\xbb\xbf\n<TABLE><tr><td>id</td></tr>"),
                   ("a document in HTML", b"<!DOCTYPE html>\n<title>x</title>"),
                   ("a workbook in XML", b'<?xml version="1.0"?><Workbook/>'), ("JSON", b'[{"id": "alpha"}]'),
                   ("PDF", b"%PDF-1.7\n"), ("RTF", b"{\\rtf1 id}")]:
    refused(name, data, O, BY, BY)
refused("gzip", gzip.compress(PLAIN.encode()), O, "décompressez", "expand")
refused("nothing", b"", O, "vide", "empty")
refused("a mark and nothing", b"\xef\xbb\xbf", O, "vide", "empty")
refused("a workbook beside", None, O, "organizations.xlsx", "organizations.xlsx", files={"organizations.xlsx": b"PK\x03\x04"})
refused("no table", None, O, "nécessaire", "needed")
refused("the table twice", PLAIN, "organizations.tsv", "n’en gardez qu’une", "keep one", files={"organizations.tsv": PLAIN.encode()})
refused("a misspelt table", PLAIN, "membership.csv", "memberships.csv", "memberships.csv", files={"membership.csv": b"member\n"})

# Headings
refused("bars", written(table(), "|"), O, "« | »", "“|”")
refused("sep=|", "sep=|\n" + written(table(), "|"), O, "« | »", "“|”")
refused("a title", "Répertoire des organismes\n" + PLAIN, O + ":1", "est un titre", "is a title")
refused("a title and commas", "Répertoire des organismes" + "," * 17 + "\n" + PLAIN, O + ":1", "la ligne 2", "row 2")
refused("a title, a blank row, semicolons", "Répertoire;;;\n;;;\n" + written(table(), ";"), O + ":1", "la ligne 3", "row 3")
refused("headings in two rows", ",Noms,,,,Affections" + "," * 12 + "\n" + PLAIN, O + ":1", "« Noms »", "“Noms”")
refused("no headings", written(table()[1:]), O + ":1", "« alpha »", "“alpha”")
refused("headings of another sheet", written([["Nom de l'organisme", "Sigle", "Site Web"]] + [["a", "b", "c"]]), O + ":1",
        "au moins id, name_fr", "at least id, name_fr")
refused("rows in one cell", written([[written([line], end="")] for line in table()], quoting=csv.QUOTE_ALL), O, "en colonnes", "to columns")
refused("headings again", table(rows=ROWS[:2] + [HEAD] + ROWS[2:]), O + ":4", "supprimez cette ligne", "delete this row")
refused("a title between rows", table(rows=ROWS[:2] + [["", "CANCER"] + [""] * 16] + ROWS[2:]), O + ":4", "« CANCER »", "“CANCER”")
refused("a sum", table(rows=ROWS + [["Total", "3"] + [""] * 16]), O + ":5", "« Total »", "“Total”")
refused("marks of Git", PLAIN.replace("gamma,", "<<<<<<< HEAD\ngamma,", 1), O + ":4", "Git", "Git")
read("headings in capitals", PLAIN.replace("id,name_fr,name_en", "ID,Name_FR,NAME EN", 1), ALPHA)
read("headings with blanks", PLAIN.replace("name_fr", " name_fr\u00a0", 1), ALPHA)
warned("blank rows above", "\n" + PLAIN, O + ":1", "ligne vide", "empty line", ALPHA)
refused("a heading twice", PLAIN.replace("name_en", "Name_fr", 1), O + ":1:name_fr", "deux fois", "twice", 2)
refused("an unknown heading", PLAIN.replace("city", "citi", 1), O + ":1:citi", "« city »", "“city”")
refused("a heading is missing", PLAIN.replace("territory", "region", 1), O + ":1", "« territory »", "“territory”", 2)

# Rows and cells
refused("only headings", written([HEAD]), O, "aucune ligne", "no row")
refused("only headings and blank rows", written([HEAD] + [[""] * 18] * 3), O, "aucune ligne", "no row")
refused("no condition", PLAIN, "conditions.csv", "aucune ligne", "no row", 9, files={"conditions.csv": written(CONDITIONS[:1]).encode()})
warned("no membership yet", PLAIN, "memberships.csv", "aucune ligne", "no row", files={"memberships.csv": b"member,group,kind,source\n"})
warned("blank columns behind", written(column(column(table(), "", [""] * 3), "", [""] * 3)), O + ":1", "vide", "blank", ALPHA)
warned("blank cells behind", PLAIN.split("\n")[0] + "\n" + "\n".join(line + ",,," for line in PLAIN.split("\n")[1:-1]) + "\n", O + ":2", "colonnes vides", "blank columns", ALPHA)
refused("a column without a heading", written(column(table(), "", ["", "oui", ""])), O + ":1", "« oui »", "“oui”")
warned("a blank row", table(rows=ROWS[:1] + [[""] * 18] + ROWS[1:]), O + ":3", "ignorée", "skipped", ALPHA)
warned("a row of odd blanks", table(rows=ROWS[:1] + [["\u00a0", "\u3000"] + [""] * 16] + ROWS[1:]), O + ":3", "ignorée", "skipped")
refused("an unknown role below a line break", table((2, "source_note", "deux\nlignes"), (3, "roles", "xyz")), O + ":3:roles",
        "(ligne 4 du fichier texte)", "(line 4 of the text file)")
refused("an error behind a line break of its own row", table((2, "source_note", "deux\nlignes"), (2, "status", "xyz")), O + ":2:status",
        "(ligne 3 du fichier texte)", "(line 3 of the text file)")
refused("an id twice below a line break", table((2, "source_note", "deux\r\nlignes"), (4, "id", "beta")), O + ":4:id", "à la ligne 3", "in row 3")
refused("too many cells, commas", PLAIN.replace("Ottawa", "Ottawa, Ontario"), O + ":4", "virgule", "comma")
refused("too many cells, semicolons", written(table(), ";").replace("Ottawa", "Ottawa; Ontario"), O + ":4", "point-virgule", "semicolon")
refused("too many cells, tabs", written(table(), "\t").replace("Ottawa", "Ottawa\tOntario"), O + ":4", "tabulation", "a tab")
refused("too few cells", PLAIN.replace(",Ottawa", ""), O + ":4", "en manque", "missing")
refused("an open quote", PLAIN.replace("gamma,Gamma", 'gamma,"Gamma'), O + ":4:name_fr", "jamais fermé", "never closed")
refused("text behind a quote", PLAIN.replace("gamma,Gamma", 'gamma,"Gam"ma'), O + ":4:name_fr", "doublez", "double")
refused("a quote inside", PLAIN.replace("gamma,Gamma", 'gamma,Gam"ma'), O + ":4:name_fr", "doublez", "double")
refused("a line break in a name", table((4, "name_fr", "Gam\nma")), O + ":4:name_fr", "saut de ligne", "line break")
refused("a line separator in a name", table((4, "name_fr", "Gam\u2028ma")), O + ":4:name_fr", "saut de ligne", "line break")
refused("a vertical tab", table((4, "name_fr", "Gam\x0bma")), O + ":4:name_fr", "saut de ligne", "line break")
refused("a backspace", table((4, "name_fr", "Gam\bma")), O + ":4:name_fr", "U+0008", "U+0008")
refused("text turned around", table((4, "name_fr", "Gam\u202ema")), O + ":4:name_fr", "U+202E", "U+202E")
for name, blank in [("U+2009", "\u2009"), ("U+3000", "\u3000"), ("U+202F", "\u202f"), ("U+00A0", "\u00a0"), ("U+200B", "\u200b"),
                    ("U+FEFF", "\ufeff"), ("U+2060", "\u2060"), ("a soft hyphen", "\u00ad"), ("a line break", "\n"), ("a tab", "\t")]:
    warned(name + " at the end", table((4, "name_fr", "Gamma" + blank)), O + ":4:name_fr", "espaces", "blanks", {("gamma", "name_fr"): "Gamma"})
for name, mark in [("U+00AD", "\u00ad"), ("U+200B", "\u200b"), ("U+FEFF", "\ufeff"), ("U+2060", "\u2060"), ("U+200D", "\u200d"), ("U+200E", "\u200e")]:
    warned(name + " inside", table((4, "name_fr", "Gam" + mark + "ma")), O + ":4:name_fr", name, name, {("gamma", "name_fr"): "Gamma"})
read("an emoji of several", table((4, "name_fr", "Gamma 👩\u200d🔬")), {("gamma", "name_fr"): "Gamma 👩\u200d🔬"})

# Values that are none
for value in ["#REF!", "#N/A", "#N/D", "#NOM?", "#NOM ?", "#NAME?", "#VALEUR!", "#VALEUR\u00a0!", "#VALUE!", "#DIV/0!", "#NOMBRE!", "#NUL!",
              "#SPILL!", "#ERROR!", "#ERREUR!", "Err:502", "Erreur :502", "########", "Chargement...", "Association #REF!"]:
    refused("the error " + value, table((4, "name_fr", value)), O + ":4:name_fr", "erreur d’une formule", "error of a formula")
refused("an error as a website", table((4, "website", "#N/A")), O + ":4:website", "erreur d’une formule", "error of a formula")
refused("an error as a condition", table((4, "conditions", "#REF!")), O + ":4:conditions", "erreur d’une formule", "error of a formula")
read("a name with a sign", table((4, "name_fr", "Gamma #1 et #MOIAUSSI!")))
for value in ["=CONCAT(A1;B1)", '=HYPERLINK("https://x.example")', '="Gamma"', "+SUM(A1:A3)", "@SUM(1)", "Gamma;=1+1", "{=A1}"]:
    refused("the formula " + value, table((4, "name_fr", value)), O + ":4:name_fr", "formule", "formula")
for value in ["n/a", "N/D", "-", "—", "?", "???", "…", "à compléter", "à venir", "s.o.", "A DÉTERMINER", "non disponible"]:
    warned("the stand-in " + value, table((4, "name_fr", value)), O + ":4:name_fr", f"« {value} »", f"“{value}”", {("gamma", "name_fr"): ""})
for value in ["TBD", "xxx", "test", "inconnu", "null"]:
    warned("perhaps a stand-in " + value, table((4, "name_fr", value)), O + ":4:name_fr", f"« {value} »", f"“{value}”")
for name in ["website", "founded", "roles", "languages", "city", "status"]:
    warned("n/a as " + name, table((4, name, "n/a")), O + ":4:" + name, "cellule vide", "empty cell")
for value in ["Recherche &amp; soutien", "Soci&eacute;t&eacute;", "l&#39;aide", "<b>Gamma</b>", "Gamma<br/>", "<a href='x'>Gamma</a>"]:
    warned("the HTML " + value, table((4, "name_fr", value)), O + ":4:name_fr", "HTML", "HTML")
read("signs that are no HTML", table((4, "name_fr", "R&D ; A < B > C & D")))

# Persons
for value in ["écrire à jeanne.untel@example.org", "jeanne (at) example.org", "jeanne[arobase]example.org"]:
    warned("the address " + value, table((4, "source_note", value)), O + ":4:source_note", "adresse électronique", "e-mail address")
for value in ["514-555-1234", "(418) 555-1234", "514.555.1234", "1 800 555-1234", "+1 514 555 1234", "tél. : 5551234", "+33 1 23 45 67 89"]:
    warned("the number " + value, table((4, "source_note", "appeler " + value)), O + ":4:source_note", "numéro de téléphone", "telephone number")
for value in ["24, rue Principale, Amos", "1001 boul. de Maisonneuve", "4545, avenue Pierre-De Coubertin", "123 Main Street", "12-B Queen St.", "H2X 1Y4",
              "3 place Laurier"]:
    warned("the street " + value, table((4, "source_note", value)), O + ":4:source_note", "adresse postale", "street address")
read("numbers that are no person's", table((4, "source_note", "1999-2004, 2019-06-07, ORPHA:586, 3 rue, en 2010 place aux jeunes, ISBN 978-2-1234-5680-3"),
                                           (2, "source_note", "voir https://example.org/514-555-1234 ; 12 régions, 24 place à prendre")))

# Closed lists
read("roles by their labels", table((4, "roles", "Sensibilisation du public;DEFENCE OF RIGHTS AND INTERESTS")),
     {("gamma", "roles_en"): "defence of rights and interests; public awareness"})
read("fields by their labels", table((4, "scope", "Santé Mentale"), (3, "scope", "sante mentale")), {("gamma", "field_en"): "mental health"})
read("a status by its label", table((4, "status", "Actif"), (3, "status", "active")))
read("territories by their labels", table((4, "territory", "QUEBEC;montreal;1")), {("gamma", "territory_en"): "Quebec; Montréal; Bas-Saint-Laurent"})
read("oui and non", PLAIN, files={"conditions.csv": written([[{"yes": "Oui", "no": "FAUX", "verified": "Vérifié"}.get(cell, cell) for cell in line] for line in CONDITIONS]).encode()})
read("a condition with odd blanks", table((4, "conditions", "Rare\u00a0Disease"), (4, "conditions_fr", "maladie\u202frare")), {("gamma", "conditions_en"): "rare disease"})
read("languages", table((4, "languages", "fr;es"), (3, "languages", "Français;iu-latn;fr_CA")),
     {("gamma", "page_languages"): "fr; es", ("beta", "page_languages"): "fr; iu-Latn; fr-CA"})
refused("an unknown role", table((4, "roles", "soutien")), O + ":4:roles", "« information-support » (information et soutien direct)",
        "“information-support” (information and direct support)")
refused("an unknown field", table((4, "scope", "cancers")), O + ":4:scope", "« cancer »", "“cancer”")
refused("an unknown status", table((4, "status", "partie")), O + ":4:status", "« dissolved » (dissous)", "“dissolved”")
refused("an unknown territory", table((4, "territory", "Monteregi")), O + ":4:territory", "« Montérégie »", "“Montérégie”")
refused("an unknown language", table((4, "languages", "bilingue")), O + ":4:languages", "fr ou français", "fr or French")
for value, items in [("FR/EN", "FR;EN"), ("fr, en", "fr;en"), ("français et anglais", "français;anglais")]:
    refused("the languages " + value, table((4, "languages", value)), O + ":4:languages", f"« {items} »", f"“{items}”")
refused("roles by bars", table((4, "roles", "awareness | Sensibilisation du public")), O + ":4:roles", "points-virgules", "semicolons")
refused("territories by commas", table((4, "territory", "Bas-St-Laurent, QC")), O + ":4:territory", "points-virgules", "semicolons")
refused("a site without its scheme", table((4, "website", "www.gamma.example.org")), O + ":4:website", "« https://www.gamma.example.org »", "“https://www.gamma.example.org”")
refused("two sites", table((4, "website", "https://a.example.org ; https://b.example.org")), O + ":4:website", "deux adresses", "two addresses")
refused("roles on two lines", table((4, "roles", "awareness\nresearch-funding")), O + ":4:roles", "saut de ligne", "line break")
warned("a language that nobody has", table((4, "languages", "qz")), O + ":4:languages", "aucun registre", "no registry")
refused("an unknown register", table((4, "identifiers", "NEC:1140000001")), O + ":4:identifiers", "« BN » (Agence du revenu du Canada)", "“BN” (Canada Revenue Agency)")
refused("neither yes nor no", PLAIN, "conditions.csv:2:rare", "« yes » (oui)", "“yes”",
        files={"conditions.csv": written(CONDITIONS).replace(",yes,", ",perhaps,").encode()})
refused("an unknown frequency", PLAIN, "publication.yaml:14:frequency", "« ANNUAL » (chaque année)", "“ANNUAL” (annual)",
        files={"publication.yaml": (PUBLICATION + "frequency: souvent\n").encode()})
read("a frequency and a theme by name", PLAIN, files={"publication.yaml": (PUBLICATION + "frequency: chaque année\nthemes: [santé]\n").encode()})
refused("an unknown key", PLAIN, "publication.yaml:14:keyword", "« keywords »", "“keywords”", files={"publication.yaml": (PUBLICATION + "keyword: x\n").encode()})
read("data in three languages", PLAIN, files={"publication.yaml": PUBLICATION.replace("[fr, en]", "[fr, en, es]").encode()})

# Dates
refused("a day that is two days", table((4, "founded", "12/11/2024")), O + ":4:founded", "écrivez 1999 ou 1999-03-25", "write 1999 or 1999-03-25")
for value, meant in [("25/03/1999", "1999-03-25"), ("1999/03/25", "1999-03-25"), ("25 mars 1999", "1999-03-25"), ("March 25, 1999", "1999-03-25"),
                     ("1er août 1990", "1990-08-01"), ("1999.0", "1999")]:
    refused("the day " + value, table((4, "founded", value)), O + ":4:founded", f"« {meant} »", f"“{meant}”")
refused("a day as a number", table((4, "founded", "36244")), O + ":4:founded", "mal formée", "malformed")

# Formulas in what is published
for sign in ["+", "-", "@"]:
    read("a name that begins with " + sign, table((4, "name_fr", sign + " Gamma")), {("gamma", "name_fr"): "'" + sign + " Gamma"})

# Territories of elsewhere
ONTARIO = [["id", "name_fr", "name_en", "number", "broader"], ["01", "Est de l’Ontario", "Eastern Ontario", "01", "ontario"],
           ["ontario", "Ontario", "Ontario", "", "canada"], ["quebec", "", "", "", ""], ["16", "", "", "", ""], ["06", "", "", "", ""]]
read("territories of elsewhere", table((4, "territory", "eastern ontario;Canada")), {("gamma", "territory_fr"): "Est de l’Ontario; Canada"},
     files={"territories.csv": written(ONTARIO).encode()})
refused("a territory in none", PLAIN, "territories.csv:3:broader", "« canada »", "“canada”",
        files={"territories.csv": written([[cell if cell != "canada" else "canadaa" for cell in line] for line in ONTARIO]).encode()}, most=9)
refused("a territory within itself", PLAIN, "territories.csv:3:broader", "l’intérieur", "within", most=9,
        files={"territories.csv": written([[cell if cell != "canada" else "01" for cell in line] for line in ONTARIO]).encode()})


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def run(lys, case, folder, language, *options):
    out = folder / ("out-" + language)
    done = subprocess.run([lys, "export", folder / "d", "-o", out, "--language", language, *options], capture_output=True, timeout=60)
    lines = plain(done.stderr.decode()).splitlines()
    return done.returncode, [line for line in lines if any(line.startswith(name + ":") for name in NAMES)], lines, out


NAMES = {"organizations.csv", "organizations.tsv", "Organizations.CSV", "conditions.csv", "publication.yaml", "memberships.csv", "membership.csv",
         "territories.csv"}


def judge(lys, case):
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "d").mkdir()
        for name, data in case.files.items():
            (folder / "d" / name).write_bytes(data)
        for language, words in [("fr", case.fr), ("en", case.en)]:
            code, said, lines, out = run(lys, case, folder, language, *([] if case.outcome == "refused" else ["--warnings"]))
            wanted = 65 if case.outcome == "refused" else 0
            if code != wanted:
                problems.append(f"{language}: exit {code}, not {wanted}: " + " | ".join(lines)[:400])
                continue
            if case.outcome == "read" and said:
                problems.append(f"{language}: said " + " | ".join(said)[:400])
            if case.outcome != "read":
                there = [line for line in said if line.startswith(case.place + ": ") and plain(words) in line]
                if not there:
                    problems.append(f"{language}: nothing at {case.place} with “{words}”: " + " | ".join(said)[:500])
            if case.outcome == "refused" and len(said) > case.most:
                problems.append(f"{language}: {len(said)} errors: " + " | ".join(said)[:500])
            if case.outcome == "refused" and out.exists():
                problems.append(f"{language}: something was published")
            if case.cells and code == 0:
                with open(out / "directory.csv", encoding="utf-8-sig", newline="") as file:
                    got = {row["id"]: row for row in csv.DictReader(file)}
                for (id, name), text in case.cells.items():
                    if got[id][name] != text:
                        problems.append(f"{language}: {id}.{name} is {got[id][name]!r}, not {text!r}")
        if case.outcome == "warned" and not problems:
            code, said, lines, out = run(lys, case, folder, "en", "--strict", "-o", folder / "strict")
            if code != 65:
                problems.append(f"--strict: exit {code}")
    return problems


def main():
    lys, part = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    cases = [case for case in CASES if part in case.name]
    failures = 0
    for case in cases:
        problems = judge(lys, case)
        failures += bool(problems)
        for problem in problems:
            print(f"WRONG {case.name}: {problem}")
    counts = {outcome: sum(case.outcome == outcome for case in cases) for outcome in ("refused", "warned", "read")}
    print(f"{len(cases)} sheets: " + ", ".join(f"{n} {outcome}" for outcome, n in counts.items()) + f"; {failures} wrong")
    sys.exit(1 if failures else 0)


main()
