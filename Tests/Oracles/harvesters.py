#!/usr/bin/env python3
"""What the harvesters of others make of a bundle: harvesters.py BUNDLE ckan|udata|extruct...

Each part needs an environment of its own, outside the project; README.md says how to make them. Checked are one dataset
and none that fails, its contact, licence, languages and territory, every distribution as a resource, and a type on every
item of schema-org.jsonld. A contact is asked for where the catalog states one.

What is not the harvester's own: CKAN gets a configuration of two keys and runs outside its Web application, udata gets
a database in memory (mongomock) with one licence and one organization in it. Nothing else is stubbed.
"""

import json
import pathlib
import sys

import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF

failures = 0


def check(what, holds, found=""):
    """Prints one finding."""
    global failures
    failures += 0 if holds else 1
    print(("ok    " if holds else "WRONG ") + what + (f": {found}" if found != "" else ""))


def catalog(bundle):
    """The catalog, what it states of a contact, and how many distributions it has: those are the resources to come."""
    graph = rdflib.Graph().parse(bundle / "catalog.ttl")
    dataset = next(graph.objects(None, DCAT.dataset))
    return graph, list(graph.objects(dataset, DCAT.contactPoint)), len(list(graph.objects(dataset, DCAT.distribution)))


def ckan(bundle):
    """ckanext-dcat: the parser that the harvester of CKAN runs, with the profile of DCAT-AP 3."""
    from ckantoolkit import config

    config.update({"ckan.site_url": "https://portal.example.org", "ckan.locale_default": "en"})
    from ckanext.dcat.processors import RDFParser
    graph, contacts, distributions = catalog(bundle)
    for name, form in (("catalog.ttl", "turtle"), ("catalog.jsonld", "json-ld")):
        parser = RDFParser(profiles=["euro_dcat_ap_3"])
        parser.parse((bundle / name).read_text(encoding="utf-8"), _format=form)
        datasets = list(parser.datasets())
        check(f"{name}: one dataset", len(datasets) == 1, [dataset.get("title") for dataset in datasets])
        for dataset in datasets[:1]:
            extras = {extra["key"]: extra["value"] for extra in dataset["extras"]}
            check("  title and description", dataset.get("title") and dataset.get("notes"))
            if contacts:
                check("  contact", extras.get("contact_name") and (
                    extras.get("contact_email") or extras.get("contact_url")),
                    {key: value for key, value in extras.items() if key.startswith("contact_")})
            else:
                print("      no contact is stated")
            check("  licence", dataset.get("license_id"), dataset.get("license_id"))
            check("  languages", len(json.loads(extras.get("language", "[]"))) > 0, extras.get("language"))
            check("  territory", extras.get("spatial_text"), extras.get("spatial_text"))
            check("  publisher", extras.get("publisher_name"), extras.get("publisher_name"))
            resources = dataset["resources"]
            check("  resources", len(resources) == distributions, len(resources))
            check("  media types of IANA", all(resource.get("mimetype", "").startswith(
                "https://www.iana.org/assignments/media-types/") for resource in resources))
            for key in ("name", "url", "license", "hash", "size"):
                check(f"  {key} of every resource", all(resource.get(key) for resource in resources))
            if list(graph.subjects(RDF.type, DCTERMS.RightsStatement)):
                print("      rights:", resources[0].get("rights"))


def udata(bundle):
    """udata, the software of data.gouv.fr: every dcat:Dataset as its DCAT backend reads it, and validated."""
    import mongoengine
    import mongomock

    connect = mongoengine.connection.connect
    for module in (mongoengine, mongoengine.connection):
        module.connect = lambda *names, **options: connect(
            *names, **{**options, "mongo_client_class": mongomock.MongoClient})
    from udata.app import create_app
    import udata.settings

    app = create_app(override=udata.settings.Testing, init_logging=lambda app: None)
    with app.test_request_context("/"):
        from udata.core.contact_point.models import ContactPoint
        from udata.core.dataset.models import Dataset, License
        from udata.core.dataset.rdf import dataset_from_rdf
        from udata.core.organization.models import Organization

        License(id="cc-by", title="Creative Commons Attribution",
                url="https://creativecommons.org/licenses/by/4.0/").save()
        owner = Organization(name="Portal", description="A portal").save(signal_kwargs={"ignores": ["*"]})
        graph, contacts, distributions = catalog(bundle)
        read = []
        for node in graph.subjects(RDF.type, DCAT.Dataset):
            try:
                dataset = dataset_from_rdf(graph, Dataset(organization=owner), node=node)
                dataset.validate()
                read.append(dataset)
            except Exception as error:
                check(f"dataset {node}", False, f"{type(error).__name__}: {error}")
        check("one dataset", len(read) == 1, [dataset.title for dataset in read])
        for dataset in read[:1]:
            found = [point for point in dataset.contact_points if point.role == "contact"]
            if contacts:
                check("  contact", len(found) == 1 and (found[0].email or found[0].contact_form),
                      [(point.name, point.email, point.contact_form) for point in found])
            else:
                print("      no contact is stated")
            check("  licence", dataset.license and dataset.license.id == "cc-by", dataset.license)
            check("  resources", len(dataset.resources) == distributions, len(dataset.resources))
            check("  title of every resource", all(resource.title for resource in dataset.resources))
            if list(graph.objects(None, DCAT.keyword)):
                check("  keywords", dataset.tags, len(dataset.tags))
            if list(graph.objects(None, DCTERMS.accrualPeriodicity)):
                check("  frequency", dataset.frequency, dataset.frequency)
    print("      languages: udata reads none of any catalog")


def items(value):
    """Every object of JSON-LD that describes something: not a mere reference, nor a typed value."""
    if isinstance(value, list):
        for element in value:
            yield from items(element)
    elif isinstance(value, dict):
        if set(value) - {"@id"} and "@value" not in value and "@graph" not in value:
            yield value
        for key, element in value.items():
            if key != "@context":
                yield from items(element)


def extruct(bundle):
    """extruct: the JSON-LD of a page, without its context being processed, as most readers of schema.org do it."""
    from extruct import JsonLdExtractor

    text = (bundle / "schema-org.jsonld").read_text(encoding="utf-8")
    check("no < stands raw", "<" not in text)
    page = f'<html><head><script type="application/ld+json">{text}</script></head><body></body></html>'
    documents = JsonLdExtractor().extract(page)
    check("one document", len(documents) == 1)
    found = list(items(documents))
    check("a type on every item", all(item.get("@type") for item in found),
          f"{sum(bool(item.get('@type')) for item in found)} of {len(found)}")
    check("an IRI on every item", all(item.get("@id") for item in found),
          f"{sum(bool(item.get('@id')) for item in found)} of {len(found)}")
    for key in ("name", "description"):
        texts = [item[key] for item in found if key in item]
        check(f"every {key} a plain text", texts and all(isinstance(text, str) for text in texts), len(texts))
    datasets = [item for item in found if item["@type"] == "Dataset"]
    check("one dataset", len(datasets) == 1)
    for dataset in datasets[:1]:
        _, contacts, distributions = catalog(bundle)
        check("  licence", isinstance(dataset.get("license"), str), dataset.get("license"))
        check("  languages", dataset.get("inLanguage"), dataset.get("inLanguage"))
        check("  downloads", len(dataset.get("distribution", [])) == distributions, len(dataset["distribution"]))
        check("  description of 50 to 5000 characters", 50 <= len(dataset["description"]) <= 5000)
        point = dataset.get("creator", {}).get("contactPoint")
        if contacts:
            check("  contact", point and (point.get("email") or point.get("url")), point)
        else:
            print("      no contact is stated")


def main():
    bundle = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "exports")
    for part in sys.argv[2:]:
        print(part)
        {"ckan": ckan, "udata": udata, "extruct": extruct}[part](bundle)
    sys.exit(1 if failures else 0)


main()
