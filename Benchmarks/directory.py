#!/usr/bin/env python3
"""A directory of as many organizations as you like, in the shape of the real one, to measure exports with.

  directory.py COUNT FOLDER [--from DIRECTORY] [--conditions N]

Copies the rows of `directory/` over and over, each round with a number of its own in ids, names, acronyms, addresses,
labels and codes, so that what must be unique is unique and what repeats in the real rows (territories, roles, cities,
scopes) repeats as often. There are as many conditions for each organization as in the real directory, unless
`--conditions` says how many; organizations name those of their own round as far as there are any.
"""
import argparse
import csv
import math
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def numbered(text, round, separator=" "):
    return text if not round or not text else f"{text}{separator}{round}"


def conditions(rows, count):
    # Numbers that the real rows have none of, in the form of each system.
    codes = {"orpha_code": ("ORPHA:{}", 700_000), "mondo_id": ("MONDO:{:07d}", 2_000_000), "omim": ("OMIM:{}", 400_000)}
    made = []
    for number in range(count):
        round, place = divmod(number, len(rows))
        row = dict(rows[place])
        row["id"] = numbered(row["id"], round, "-")
        for column in ("label_en", "label_fr"):
            row[column] = numbered(row[column], round)
        for column, (form, first) in codes.items():
            if row[column] and round:
                row[column] = form.format(first + number)
        made.append(row)
    return made


def organizations(rows, labels, count, rounds):
    made = []
    for number in range(count):
        round, place = divmod(number, len(rows))
        row = dict(rows[place])
        row["id"] = numbered(row["id"], round, "-")
        for column in ("name_fr", "name_en"):
            row[column] = numbered(row[column], round)
        row["acronym"] = numbered(row["acronym"], round, "")
        if row["website"] and round:
            scheme, rest = row["website"].split("://")
            row["website"] = f"{scheme}://s{round}.{rest.removeprefix('www.')}"
        own = round % rounds
        for column, language in (("conditions", "en"), ("conditions_fr", "fr")):
            row[column] = ";".join(labels[language].get((label.strip(), own), label.strip())
                                   for label in row[column].split(";") if label.strip())
        made.append(row)
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--from", dest="source", type=pathlib.Path, default=HERE.parent / "directory")
    parser.add_argument("--conditions", type=int)
    options = parser.parse_args()
    some_organizations = rows_of(options.source / "organizations.csv")
    some_conditions = rows_of(options.source / "conditions.csv")
    count = options.conditions or math.ceil(options.count * len(some_conditions) / len(some_organizations))
    made = conditions(some_conditions, max(count, len(some_conditions)))
    labels = {"en": {}, "fr": {}}
    for number, row in enumerate(made):
        round, place = divmod(number, len(some_conditions))
        for language in labels:
            labels[language][some_conditions[place]["label_" + language], round] = row["label_" + language]
    rounds = max(1, len(made) // len(some_conditions))
    options.folder.mkdir(parents=True, exist_ok=True)
    write(options.folder / "conditions.csv", made)
    write(options.folder / "organizations.csv", organizations(some_organizations, labels, options.count, rounds))
    shutil.copy(options.source / "publication.yaml", options.folder / "publication.yaml")


main()
