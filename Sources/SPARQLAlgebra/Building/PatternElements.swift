internal import Localization
public import RDFModel

/// One element of a group graph pattern written in Swift.
public protocol PatternElement: Sendable {
    /// Adds the element to a group that is being translated.
    func add(to group: inout PatternGroup)
}

/// A group that is being translated, element by element, just as one that is read from text.
public struct PatternGroup {
    var translation = GroupTranslation()
    /// The number of the next step of a path.
    var nextStep = 0
    /// What no text could say either; the first of it.
    var failure: SyntaxFailure?

    /// The translation of the elements of a block, in the context of this group.
    mutating func nested(_ elements: [any PatternElement]) -> GroupTranslation {
        var group = PatternGroup(nextStep: nextStep, failure: failure)
        for element in elements { group.take(element) }
        nextStep = group.nextStep
        failure = group.failure
        return group.translation
    }

    /// Adds an element, unless the tree is too deep already.
    mutating func take(_ element: any PatternElement) {
        guard failure == nil else { return }
        element.add(to: &self)
        let limit = QueryParser.Options().maximumDepth
        if translation.wholeDepth > limit { failure = SyntaxFailure(.tooManyParts, [String(limit)], at: 0..<0) }
    }
}

/// Collects the elements of a block.
@resultBuilder
public enum PatternBuilder {
    public static func buildExpression(_ element: some PatternElement) -> [any PatternElement] { [element] }
    public static func buildBlock(_ parts: [any PatternElement]...) -> [any PatternElement] { parts.flatMap(\.self) }
    public static func buildOptional(_ part: [any PatternElement]?) -> [any PatternElement] { part ?? [] }
    public static func buildEither(first part: [any PatternElement]) -> [any PatternElement] { part }
    public static func buildEither(second part: [any PatternElement]) -> [any PatternElement] { part }
    public static func buildArray(_ parts: [[any PatternElement]]) -> [any PatternElement] { parts.flatMap(\.self) }
}

/// Triples of one subject: `?s p a, b ; q c .`
public struct Triples: PatternElement {
    let subject: TermPattern
    private(set) var properties: [(verb: Verb, object: TermPattern)]

    /// These triples, and more of the same subject.
    public func and(_ verb: some PatternVerb, _ objects: any PatternTerm...) -> Triples {
        var triples = self
        triples.properties += objects.map { (verb.patternVerb, $0.termPattern) }
        return triples
    }

    public func add(to group: inout PatternGroup) {
        for (verb, object) in properties {
            switch verb {
            case .variable(let variable):
                group.translation.add([.triple(TriplePattern(subject, .variable(variable), object))])
            case .path(let path):
                var step = group.nextStep
                let patterns = TripleOrPath.translating(subject, path, object) {
                    defer { step += 1 }
                    return .blankNode("step\(step)")
                }
                group.nextStep = step
                group.translation.add(patterns)
            }
        }
    }

    /// The triples without paths, as a template.
    var template: [TriplePattern] {
        properties.compactMap { verb, object in
            switch verb {
            case .variable(let variable): TriplePattern(subject, .variable(variable), object)
            case .path(.iri(let iri)): TriplePattern(subject, .term(.iri(iri)), object)
            case .path: nil
            }
        }
    }
}

extension PatternSubject {
    /// Triples of this subject: `?s p a, b .`
    public func has(_ verb: some PatternVerb, _ objects: any PatternTerm...) -> Triples {
        Triples(subject: termPattern, properties: objects.map { (verb.patternVerb, $0.termPattern) })
    }

    /// `?s a class .`
    public func isA(_ type: some PatternSubject) -> Triples { has(RDF.type, type) }
}

/// `OPTIONAL { … }`; the name leaves Swift's `Optional` in peace.
public struct Optionally: PatternElement {
    private let elements: [any PatternElement]

    public init(@PatternBuilder _ elements: () -> [any PatternElement]) { self.elements = elements() }

    public func add(to group: inout PatternGroup) { group.translation.add(optional: group.nested(elements)) }
}

/// `MINUS { … }`
public struct Minus: PatternElement {
    private let elements: [any PatternElement]

    public init(@PatternBuilder _ elements: () -> [any PatternElement]) { self.elements = elements() }

    public func add(to group: inout PatternGroup) { group.translation.subtract(group.nested(elements)) }
}

/// `{ … } UNION { … }`: each ``Group`` is a branch, and so is any other element.
public struct Union: PatternElement {
    private let branches: [any PatternElement]

    public init(@PatternBuilder _ branches: () -> [any PatternElement]) { self.branches = branches() }

    public func add(to group: inout PatternGroup) {
        let translated = branches.map { branch in
            group.nested((branch as? Group)?.elements ?? [branch])
        }
        var scope = VariableScope()
        for branch in translated { scope.formUnion(branch.scope) }
        let depth = (translated.map(\.wholeDepth).max() ?? 0) + balancedDepth(leaves: translated.count)
        group.translation.join(.unionOf(translated.map(\.algebra)), scope: scope, depth: depth)
    }
}

/// `{ … }`
public struct Group: PatternElement {
    let elements: [any PatternElement]

    public init(@PatternBuilder _ elements: () -> [any PatternElement]) { self.elements = elements() }

    public func add(to group: inout PatternGroup) {
        let inner = group.nested(elements)
        group.translation.join(inner.algebra, scope: inner.scope, depth: inner.wholeDepth)
    }
}

/// `GRAPH name { … }`
public struct InGraph: PatternElement {
    private let name: GraphSpecifier
    private let elements: [any PatternElement]

    public init(_ name: some PatternGraph, @PatternBuilder _ elements: () -> [any PatternElement]) {
        self.name = name.graphSpecifier
        self.elements = elements()
    }

    public func add(to group: inout PatternGroup) {
        let inner = group.nested(elements)
        var scope = inner.scope
        if let variable = name.variable { scope.insert(variable) }
        group.translation.join(.graph(name, inner.algebra), scope: scope, depth: inner.wholeDepth + 1)
    }
}

/// `FILTER (…)`, for the whole group in which it stands.
public struct Filter: PatternElement {
    private enum Condition {
        case expression(Expression)
        case exists([any PatternElement], isWanted: Bool)
    }

    private let condition: Condition

    public init(_ condition: some ExpressionConvertible) { self.condition = .expression(condition.expression) }

    /// `FILTER EXISTS { … }`
    public static func exists(@PatternBuilder _ elements: () -> [any PatternElement]) -> Filter {
        Filter(.exists(elements(), isWanted: true))
    }

    /// `FILTER NOT EXISTS { … }`
    public static func notExists(@PatternBuilder _ elements: () -> [any PatternElement]) -> Filter {
        Filter(.exists(elements(), isWanted: false))
    }

    private init(_ condition: Condition) { self.condition = condition }

    public func add(to group: inout PatternGroup) {
        switch condition {
        case .expression(let expression): group.translation.add(filter: expression, depth: expression.depth)
        case .exists(let elements, let isWanted):
            let inner = group.nested(elements)
            group.translation.add(
                filter: isWanted ? .exists(inner.algebra) : .notExists(inner.algebra), depth: inner.wholeDepth + 1)
        }
    }
}

/// `BIND (… AS ?v)`
public struct Bind: PatternElement {
    private let expression: Expression
    private let variable: Variable

    public init(_ expression: some ExpressionConvertible, as variable: Variable) {
        self.expression = expression.expression
        self.variable = variable
    }

    public func add(to group: inout PatternGroup) {
        guard !group.translation.scope.contains(variable) else {
            group.failure = SyntaxFailure(.variableAlreadyInScope, [variable.description], at: 0..<0)
            return
        }
        group.translation.bind(variable, to: expression, depth: expression.depth)
    }
}

/// `VALUES ?v { … }`
public struct Values: PatternElement {
    private let variable: Variable
    private let terms: [Term?]

    /// The terms that a variable may have; `nil` is any.
    public init(_ variable: Variable, _ terms: [Term?]) {
        self.variable = variable
        self.terms = terms
    }

    public func add(to group: inout PatternGroup) {
        group.translation.join(
            .values([variable], terms.map { [$0] }), scope: VariableScope([variable]), depth: 1)
    }
}

extension Expression {
    /// How deep the expression's own tree is.
    fileprivate var depth: Int { (children.map(\.depth).max() ?? 0) + 1 }
}
