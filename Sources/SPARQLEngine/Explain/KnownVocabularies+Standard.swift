internal import RDFModel

// The names of vocabularies as their own documents define them: RDF 1.2, RDF Schema, OWL 2, SKOS, Dublin Core, FOAF, ORG,
// PROV, DCAT 3, VoID.
extension KnownVocabularies {
    static let standardNames: [(namespace: String, names: String)] = [
        (
            RDF.namespace,
            """
            Alt Bag CompoundLiteral HTML JSON List PlainLiteral Property Seq Statement XMLLiteral
            dirLangString direction first langString language nil object predicate reifies rest subject
            type value
            """
        ),
        (
            RDFS.namespace,
            """
            Class Container ContainerMembershipProperty Datatype Literal Resource comment domain
            isDefinedBy label member range seeAlso subClassOf subPropertyOf
            """
        ),
        (
            "http://www.w3.org/2002/07/owl#",
            """
            AllDifferent AllDisjointClasses AllDisjointProperties Annotation AnnotationProperty
            AsymmetricProperty Axiom Class DataRange DatatypeProperty DeprecatedClass DeprecatedProperty
            FunctionalProperty InverseFunctionalProperty IrreflexiveProperty NamedIndividual
            NegativePropertyAssertion Nothing ObjectProperty Ontology OntologyProperty ReflexiveProperty
            Restriction SymmetricProperty Thing TransitiveProperty allValuesFrom annotatedProperty
            annotatedSource annotatedTarget assertionProperty backwardCompatibleWith bottomDataProperty
            bottomObjectProperty cardinality complementOf datatypeComplementOf deprecated differentFrom
            disjointUnionOf disjointWith distinctMembers equivalentClass equivalentProperty hasKey
            hasSelf hasValue imports incompatibleWith intersectionOf inverseOf maxCardinality
            maxQualifiedCardinality members minCardinality minQualifiedCardinality onClass onDataRange
            onDatatype onProperties onProperty oneOf priorVersion propertyChainAxiom
            propertyDisjointWith qualifiedCardinality sameAs someValuesFrom sourceIndividual
            targetIndividual targetValue topDataProperty topObjectProperty unionOf versionIRI
            versionInfo withRestrictions
            """
        ),
        (
            "http://www.w3.org/2004/02/skos/core#",
            """
            Collection Concept ConceptScheme OrderedCollection altLabel broadMatch broader
            broaderTransitive changeNote closeMatch definition editorialNote exactMatch example
            hasTopConcept hiddenLabel historyNote inScheme mappingRelation member memberList narrowMatch
            narrower narrowerTransitive notation note prefLabel related relatedMatch scopeNote
            semanticRelation topConceptOf
            """
        ),
        (
            "http://purl.org/dc/terms/",
            """
            Agent AgentClass BibliographicResource Box DCMIType DDC FileFormat Frequency IMT ISO3166
            ISO639-2 ISO639-3 Jurisdiction LCC LCSH LicenseDocument LinguisticSystem Location
            LocationPeriodOrJurisdiction MESH MediaType MediaTypeOrExtent MethodOfAccrual
            MethodOfInstruction NLM Period PeriodOfTime PhysicalMedium PhysicalResource Point Policy
            ProvenanceStatement RFC1766 RFC3066 RFC4646 RFC5646 RightsStatement SizeOrDuration Standard
            TGN UDC URI W3CDTF abstract accessRights accrualMethod accrualPeriodicity accrualPolicy
            alternative audience available bibliographicCitation conformsTo contributor coverage created
            creator date dateAccepted dateCopyrighted dateSubmitted description educationLevel extent
            format hasFormat hasPart hasVersion identifier instructionalMethod isFormatOf isPartOf
            isReferencedBy isReplacedBy isRequiredBy isVersionOf issued language license mediator medium
            modified provenance publisher references relation replaces requires rights rightsHolder
            source spatial subject tableOfContents temporal title type valid
            """
        ),
        (
            "http://purl.org/dc/elements/1.1/",
            """
            contributor coverage creator date description format identifier language publisher relation
            rights source subject title type
            """
        ),
        (
            "http://xmlns.com/foaf/0.1/",
            """
            Agent Document Group Image LabelProperty OnlineAccount OnlineChatAccount
            OnlineEcommerceAccount OnlineGamingAccount Organization Person PersonalProfileDocument
            Project account accountName accountServiceHomepage age aimChatID based_near birthday
            currentProject depiction depicts dnaChecksum familyName family_name firstName focus fundedBy
            geekcode gender givenName givenname holdsAccount homepage icqChatID img interest
            isPrimaryTopicOf jabberID knows lastName logo made maker mbox mbox_sha1sum member
            membershipClass msnChatID myersBriggs name nick openid page pastProject phone plan
            primaryTopic publications schoolHomepage sha1 skypeID status surname theme thumbnail tipjar
            title topic topic_interest weblog workInfoHomepage workplaceHomepage yahooChatID
            """
        ),
        (
            "http://www.w3.org/ns/org#",
            """
            ChangeEvent FormalOrganization Head Membership Organization OrganizationalCollaboration
            OrganizationalUnit Post Role Site basedAt changedBy classification hasMember hasMembership
            hasPost hasPrimarySite hasRegisteredSite hasSite hasSubOrganization hasUnit headOf heldBy
            holds identifier linkedTo location member memberDuring memberOf organization
            originalOrganization postIn purpose remuneration reportsTo resultedFrom
            resultingOrganization role roleProperty siteAddress siteOf subOrganizationOf
            transitiveSubOrganizationOf unitOf
            """
        ),
        (
            "http://www.w3.org/ns/prov#",
            """
            Accept Activity ActivityInfluence Agent AgentInfluence Association Attribution Bundle
            Collection Communication Contribute Contributor Copyright Create Creator Delegation
            Derivation Dictionary DirectQueryService EmptyCollection EmptyDictionary End Entity
            EntityInfluence Generation Influence Insertion InstantaneousEvent Invalidation KeyEntityPair
            Location Modify Organization Person Plan PrimarySource Publish Publisher Quotation Removal
            Replace Revision RightsAssignment RightsHolder Role ServiceDescription SoftwareAgent Start
            Submit Usage actedOnBehalfOf activity activityOfInfluence agent agentOfInfluence alternateOf
            aq asInBundle atLocation atTime category component constraints contributed definition
            derivedByInsertionFrom derivedByRemovalFrom describesService dictionary dm editorialNote
            editorsDefinition ended endedAtTime entity entityOfInfluence generalizationOf generated
            generatedAsDerivation generatedAtTime hadActivity hadDelegate hadDerivation
            hadDictionaryMember hadGeneration hadInfluence hadMember hadPlan hadPrimarySource
            hadRevision hadRole hadUsage has_anchor has_provenance has_query_service influenced
            influencer informed insertedKeyEntityPair invalidated invalidatedAtTime inverse locationOf
            mentionOf n order pairEntity pairKey pingback provenanceUriTemplate qualifiedAssociation
            qualifiedAssociationOf qualifiedAttribution qualifiedAttributionOf qualifiedCommunication
            qualifiedCommunicationOf qualifiedDelegation qualifiedDelegationOf qualifiedDerivation
            qualifiedDerivationOf qualifiedEnd qualifiedEndOf qualifiedForm qualifiedGeneration
            qualifiedGenerationOf qualifiedInfluence qualifiedInfluenceOf qualifiedInsertion
            qualifiedInvalidation qualifiedInvalidationOf qualifiedPrimarySource qualifiedQuotation
            qualifiedQuotationOf qualifiedRemoval qualifiedRevision qualifiedSourceOf qualifiedStart
            qualifiedStartOf qualifiedUsage qualifiedUsingActivity quotedAs removedKey revisedEntity
            sharesDefinitionWith specializationOf started startedAtTime todo unqualifiedForm used value
            wasActivityOfInfluence wasAssociateFor wasAssociatedWith wasAttributedTo wasDerivedFrom
            wasEndedBy wasGeneratedBy wasInfluencedBy wasInformedBy wasInvalidatedBy wasMemberOf
            wasPlanOf wasPrimarySourceOf wasQuotedFrom wasRevisionOf wasRoleIn wasStartedBy wasUsedBy
            wasUsedInDerivation
            """
        ),
        (
            "http://www.w3.org/ns/dcat#",
            """
            Catalog CatalogRecord DataService Dataset DatasetSeries Distribution Relationship Resource
            Role accessService accessURL bbox byteSize catalog centroid compressFormat contactPoint
            dataset distribution downloadURL endDate endpointDescription endpointURL first hadRole
            hasCurrentVersion hasVersion inCatalog inSeries isDistributionOf isVersionOf keyword
            landingPage last mediaType next nextVersion packageFormat prev previousVersion
            qualifiedRelation record resource seriesMember servesDataset service
            spatialResolutionInMeters startDate temporalResolution theme themeTaxonomy version
            """
        ),
        (
            "http://rdfs.org/ns/void#",
            """
            Dataset DatasetDescription Linkset TechnicalFeature class classPartition classes dataDump
            distinctObjects distinctSubjects documents entities exampleResource feature inDataset
            linkPredicate objectsTarget openSearchDescription properties property propertyPartition
            rootResource sparqlEndpoint subjectsTarget subset target triples uriLookupEndpoint
            uriRegexPattern uriSpace vocabulary
            """
        ),
    ]
}
