internal import ByteText
internal import JSONText
internal import Localization

/// One run of an algorithm: its options, the documents it has fetched, the contexts it has derived, what is left of
/// its limits.
final class Session {
    let options: JSONLDOptions
    private let loader: any DocumentLoader
    private var contexts: [ByteKey: RemoteDocument] = [:]
    /// How many term definitions have been made.
    private(set) var termDefinitions = 0
    /// How much longer than their texts IRIs have become.
    let growth = ExpansionGrowth()
    private var contextDepth = 0
    private var meter: WorkMeter

    init(options: JSONLDOptions, loader: any DocumentLoader) {
        self.options = options
        self.loader = loader
        meter = WorkMeter(options.limits)
    }

    /// Whether the rules of JSON-LD 1.0 apply.
    var isVersion10: Bool { options.processingMode == .version10 }

    /// A context, fetched once.
    func context(at iri: String) throws(JSONLDError) -> RemoteDocument {
        if let known = contexts[ByteKey(iri)] { return known }
        let document = try loader.load(iri, as: .context).withoutHTML(extractsAll: false, purpose: .context)
        contexts[ByteKey(iri)] = document
        return document
    }

    /// A document.
    func document(at iri: String, extractsAll: Bool) throws(JSONLDError) -> RemoteDocument {
        try loader.load(iri, as: .document).withoutHTML(extractsAll: extractsAll)
    }

    /// Counts a term definition.
    func countTermDefinition() throws(JSONLDError) {
        termDefinitions += 1
        try work(1)
        try checkGrowth()
        guard termDefinitions <= options.maximumTermDefinitions else {
            throw JSONLDError(
                .limitExceeded, .tooManyTerms, String(options.maximumTermDefinitions))
        }
    }

    /// Counts one more context inside others, scoped or remote, until ``leaveContext()``.
    func enterContext() throws(JSONLDError) {
        contextDepth += 1
        try check(depth: contextDepth)
    }

    /// Undoes ``enterContext()``.
    func leaveContext() { contextDepth -= 1 }

    /// Checks how long IRIs have become.
    @inline(__always)
    func checkGrowth() throws(JSONLDError) {
        guard growth.isBounded else { throw JSONLDError(.limitExceeded, .iriGrowth) }
    }

    /// Counts steps of work, each about a microsecond; throws where the time is over or the memory is used up.
    func work(_ steps: Int) throws(JSONLDError) {
        do { try meter.work(steps) } catch { throw JSONLDError(error) }
    }

    /// Checks how deep a document nests, and counts a step.
    func check(depth: Int) throws(JSONLDError) {
        try work(1)
        guard depth <= options.maximumDepth else {
            throw JSONLDError(.limitExceeded, .tooDeep, String(options.maximumDepth))
        }
        guard !StackSpace.isLow else { throw JSONLDError(.limitExceeded, .stackIsLow, String(depth)) }
    }

    // MARK: Derived contexts

    /// What a derived context is made of: the context in force, and the definition or local context applied to it.
    private struct ScopedKey: Hashable {
        let active: ObjectIdentifier
        let definition: ObjectIdentifier
        let propagates: Bool
    }

    private struct EmbeddedKey: Hashable {
        let active: ObjectIdentifier
        let local: JSONValue
    }

    /// A derived context, with those whose identity is its key: they must outlive it.
    private struct Derived {
        let from: ActiveContext
        let definition: TermDefinition?
        let context: ActiveContext
    }

    private var scoped: [ScopedKey: Derived] = [:]
    private var embedded: [EmbeddedKey: Derived] = [:]
    /// What the derived contexts that are remembered weigh, in term definitions.
    private var remembered = 0
    private static let mostRemembered = 200_000
    /// What a context weighs by itself.
    private static let weightOfContext = 20

    /// Makes room for a derived context: where there is none, all are forgotten, and those that are still in use will be
    /// made again.
    private func makeRoom(for definitions: Int) {
        remembered += definitions + Self.weightOfContext
        guard remembered > Self.mostRemembered else { return }
        scoped = [:]
        embedded = [:]
        remembered = 0
    }

    /// The context in force inside a property or type whose definition has a context of its own.
    func context(
        scopedBy definition: TermDefinition, in active: ActiveContext, overridesProtected: Bool, propagates: Bool
    ) throws(JSONLDError) -> ActiveContext {
        // A property's context overrides protection and propagates, a type's does neither: one flag tells them apart.
        let key = ScopedKey(
            active: ObjectIdentifier(active), definition: ObjectIdentifier(definition), propagates: propagates)
        if let known = scoped[key] { return known.context }
        let before = termDefinitions
        let context = try process(
            definition.context ?? .null, in: active, baseURL: definition.baseURL,
            overridesProtected: overridesProtected, propagates: propagates)
        makeRoom(for: termDefinitions - before)
        scoped[key] = Derived(from: active, definition: definition, context: context)
        return context
    }

    /// The context in force in an object that has `@context`.
    func context(
        embedded local: JSONValue, in active: ActiveContext, baseURL: BaseIRI?
    ) throws(JSONLDError) -> ActiveContext {
        let key = EmbeddedKey(active: ObjectIdentifier(active), local: local)
        if let known = embedded[key] { return known.context }
        let before = termDefinitions
        let context = try process(local, in: active, baseURL: baseURL)
        makeRoom(for: termDefinitions - before)
        embedded[key] = Derived(from: active, definition: nil, context: context)
        return context
    }
}
