// Every file of `queries/` and `vocab/`: one `#embed` and one line of the table each, in byte order of the paths. A test
// compares them with the folders, so that none is forgotten.
#include "embedded.h"

// `#embed` is of C23; clang has it in every mode, and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char queries_conditions_by_organization_count_rq[] = {
#embed "../../queries/conditions-by-organization-count.rq"
};
static const unsigned char queries_conditions_sharing_icd10_rq[] = {
#embed "../../queries/conditions-sharing-icd10.rq"
};
static const unsigned char queries_conditions_with_close_match_rq[] = {
#embed "../../queries/conditions-with-close-match.rq"
};
static const unsigned char queries_conditions_without_codes_rq[] = {
#embed "../../queries/conditions-without-codes.rq"
};
static const unsigned char queries_conditions_without_role_rq[] = {
#embed "../../queries/conditions-without-role.rq"
};
static const unsigned char queries_general_knowledge_rq[] = {
#embed "../../queries/general-knowledge.rq"
};
static const unsigned char queries_is_condition_represented_rq[] = {
#embed "../../queries/is-condition-represented.rq"
};
static const unsigned char queries_known_only_from_one_list_rq[] = {
#embed "../../queries/known-only-from-one-list.rq"
};
static const unsigned char queries_matching_names_rq[] = {
#embed "../../queries/matching-names.rq"
};
static const unsigned char queries_mission_coverage_rq[] = {
#embed "../../queries/mission-coverage.rq"
};
static const unsigned char queries_oldest_by_field_rq[] = {
#embed "../../queries/oldest-by-field.rq"
};
static const unsigned char queries_organization_card_rq[] = {
#embed "../../queries/organization-card.rq"
};
static const unsigned char queries_organizations_by_city_rq[] = {
#embed "../../queries/organizations-by-city.rq"
};
static const unsigned char queries_organizations_by_decade_rq[] = {
#embed "../../queries/organizations-by-decade.rq"
};
static const unsigned char queries_organizations_by_field_rq[] = {
#embed "../../queries/organizations-by-field.rq"
};
static const unsigned char queries_organizations_by_icd10_rq[] = {
#embed "../../queries/organizations-by-icd10.rq"
};
static const unsigned char queries_organizations_by_language_rq[] = {
#embed "../../queries/organizations-by-language.rq"
};
static const unsigned char queries_organizations_by_mondo_rq[] = {
#embed "../../queries/organizations-by-mondo.rq"
};
static const unsigned char queries_organizations_by_omim_rq[] = {
#embed "../../queries/organizations-by-omim.rq"
};
static const unsigned char queries_organizations_by_orpha_rq[] = {
#embed "../../queries/organizations-by-orpha.rq"
};
static const unsigned char queries_organizations_by_role_rq[] = {
#embed "../../queries/organizations-by-role.rq"
};
static const unsigned char queries_organizations_for_condition_rq[] = {
#embed "../../queries/organizations-for-condition.rq"
};
static const unsigned char queries_organizations_in_both_languages_rq[] = {
#embed "../../queries/organizations-in-both-languages.rq"
};
static const unsigned char queries_organizations_in_region_rq[] = {
#embed "../../queries/organizations-in-region.rq"
};
static const unsigned char queries_orphanet_list_gaps_rq[] = {
#embed "../../queries/orphanet-list-gaps.rq"
};
static const unsigned char queries_rare_conditions_rq[] = {
#embed "../../queries/rare-conditions.rq"
};
static const unsigned char queries_regions_served_rq[] = {
#embed "../../queries/regions-served.rq"
};
static const unsigned char queries_research_contact_points_rq[] = {
#embed "../../queries/research-contact-points.rq"
};
static const unsigned char queries_research_funders_rq[] = {
#embed "../../queries/research-funders.rq"
};
static const unsigned char queries_roles_matrix_rq[] = {
#embed "../../queries/roles-matrix.rq"
};
static const unsigned char queries_roles_together_rq[] = {
#embed "../../queries/roles-together.rq"
};
static const unsigned char queries_shared_conditions_rq[] = {
#embed "../../queries/shared-conditions.rq"
};
static const unsigned char queries_similar_organizations_rq[] = {
#embed "../../queries/similar-organizations.rq"
};
static const unsigned char queries_sources_used_rq[] = {
#embed "../../queries/sources-used.rq"
};
static const unsigned char queries_statements_by_record_rq[] = {
#embed "../../queries/statements-by-record.rq"
};
static const unsigned char queries_what_an_organization_does_rq[] = {
#embed "../../queries/what-an-organization-does.rq"
};
static const unsigned char queries_who_speaks_for_rq[] = {
#embed "../../queries/who-speaks-for.rq"
};
static const unsigned char queries_without_english_name_rq[] = {
#embed "../../queries/without-english-name.rq"
};
static const unsigned char vocab_concept_frame_jsonld[] = {
#embed "../../vocab/concept-frame.jsonld"
};
static const unsigned char vocab_concepts_ttl[] = {
#embed "../../vocab/concepts.ttl"
};
static const unsigned char vocab_context_jsonld[] = {
#embed "../../vocab/context.jsonld"
};
static const unsigned char vocab_fields_ttl[] = {
#embed "../../vocab/fields.ttl"
};
static const unsigned char vocab_frame_jsonld[] = {
#embed "../../vocab/frame.jsonld"
};
static const unsigned char vocab_lys_ttl[] = {
#embed "../../vocab/lys.ttl"
};
static const unsigned char vocab_roles_ttl[] = {
#embed "../../vocab/roles.ttl"
};
static const unsigned char vocab_territories_ttl[] = {
#embed "../../vocab/territories.ttl"
};

#define FILE_AT(path, bytes) { path, bytes, sizeof(bytes) }

static const lys_embedded_file files[] = {
    FILE_AT("queries/conditions-by-organization-count.rq", queries_conditions_by_organization_count_rq),
    FILE_AT("queries/conditions-sharing-icd10.rq", queries_conditions_sharing_icd10_rq),
    FILE_AT("queries/conditions-with-close-match.rq", queries_conditions_with_close_match_rq),
    FILE_AT("queries/conditions-without-codes.rq", queries_conditions_without_codes_rq),
    FILE_AT("queries/conditions-without-role.rq", queries_conditions_without_role_rq),
    FILE_AT("queries/general-knowledge.rq", queries_general_knowledge_rq),
    FILE_AT("queries/is-condition-represented.rq", queries_is_condition_represented_rq),
    FILE_AT("queries/known-only-from-one-list.rq", queries_known_only_from_one_list_rq),
    FILE_AT("queries/matching-names.rq", queries_matching_names_rq),
    FILE_AT("queries/mission-coverage.rq", queries_mission_coverage_rq),
    FILE_AT("queries/oldest-by-field.rq", queries_oldest_by_field_rq),
    FILE_AT("queries/organization-card.rq", queries_organization_card_rq),
    FILE_AT("queries/organizations-by-city.rq", queries_organizations_by_city_rq),
    FILE_AT("queries/organizations-by-decade.rq", queries_organizations_by_decade_rq),
    FILE_AT("queries/organizations-by-field.rq", queries_organizations_by_field_rq),
    FILE_AT("queries/organizations-by-icd10.rq", queries_organizations_by_icd10_rq),
    FILE_AT("queries/organizations-by-language.rq", queries_organizations_by_language_rq),
    FILE_AT("queries/organizations-by-mondo.rq", queries_organizations_by_mondo_rq),
    FILE_AT("queries/organizations-by-omim.rq", queries_organizations_by_omim_rq),
    FILE_AT("queries/organizations-by-orpha.rq", queries_organizations_by_orpha_rq),
    FILE_AT("queries/organizations-by-role.rq", queries_organizations_by_role_rq),
    FILE_AT("queries/organizations-for-condition.rq", queries_organizations_for_condition_rq),
    FILE_AT("queries/organizations-in-both-languages.rq", queries_organizations_in_both_languages_rq),
    FILE_AT("queries/organizations-in-region.rq", queries_organizations_in_region_rq),
    FILE_AT("queries/orphanet-list-gaps.rq", queries_orphanet_list_gaps_rq),
    FILE_AT("queries/rare-conditions.rq", queries_rare_conditions_rq),
    FILE_AT("queries/regions-served.rq", queries_regions_served_rq),
    FILE_AT("queries/research-contact-points.rq", queries_research_contact_points_rq),
    FILE_AT("queries/research-funders.rq", queries_research_funders_rq),
    FILE_AT("queries/roles-matrix.rq", queries_roles_matrix_rq),
    FILE_AT("queries/roles-together.rq", queries_roles_together_rq),
    FILE_AT("queries/shared-conditions.rq", queries_shared_conditions_rq),
    FILE_AT("queries/similar-organizations.rq", queries_similar_organizations_rq),
    FILE_AT("queries/sources-used.rq", queries_sources_used_rq),
    FILE_AT("queries/statements-by-record.rq", queries_statements_by_record_rq),
    FILE_AT("queries/what-an-organization-does.rq", queries_what_an_organization_does_rq),
    FILE_AT("queries/who-speaks-for.rq", queries_who_speaks_for_rq),
    FILE_AT("queries/without-english-name.rq", queries_without_english_name_rq),
    FILE_AT("vocab/concept-frame.jsonld", vocab_concept_frame_jsonld),
    FILE_AT("vocab/concepts.ttl", vocab_concepts_ttl),
    FILE_AT("vocab/context.jsonld", vocab_context_jsonld),
    FILE_AT("vocab/fields.ttl", vocab_fields_ttl),
    FILE_AT("vocab/frame.jsonld", vocab_frame_jsonld),
    FILE_AT("vocab/lys.ttl", vocab_lys_ttl),
    FILE_AT("vocab/roles.ttl", vocab_roles_ttl),
    FILE_AT("vocab/territories.ttl", vocab_territories_ttl),
};

size_t lys_embedded_count(void) { return sizeof(files) / sizeof(files[0]); }

lys_embedded_file lys_embedded_at(size_t index) {
    if (index >= lys_embedded_count()) return (lys_embedded_file) { 0 };
    return files[index];
}
