public import RDFModel

// What may stand where in a pattern written in Swift: a literal as a subject or as a property does not compile.

/// What may stand as the object of a pattern, and in an expression.
public protocol PatternTerm: Sendable {
    /// The variable or term.
    var termPattern: TermPattern { get }
}

/// What may stand as the subject of a pattern: a variable or an IRI.
public protocol PatternSubject: PatternTerm {}

/// What may connect a subject and an object: a variable, an IRI or a path.
public protocol PatternVerb: Sendable {
    /// The verb, a plain IRI being the shortest path.
    var patternVerb: Verb { get }
}

/// What connects a subject and an object.
public enum Verb: Hashable, Sendable {
    /// A property that is looked for too.
    case variable(Variable)
    /// A property, or a way over several.
    case path(PropertyPath)
}

/// The name of a graph or an endpoint: a variable or an IRI.
public protocol PatternGraph: Sendable {
    /// The name.
    var graphSpecifier: GraphSpecifier { get }
}

extension Variable: PatternSubject, PatternVerb, PatternGraph {
    public var termPattern: TermPattern { .variable(self) }
    public var patternVerb: Verb { .variable(self) }
    public var graphSpecifier: GraphSpecifier { .variable(self) }
}

extension IRI: PatternSubject, PatternVerb, PatternGraph {
    public var termPattern: TermPattern { .term(.iri(self)) }
    public var patternVerb: Verb { .path(.iri(self)) }
    public var graphSpecifier: GraphSpecifier { .iri(self) }
}

extension PropertyPath: PatternVerb {
    public var patternVerb: Verb { .path(self) }
}

extension Literal: PatternTerm {
    public var termPattern: TermPattern { .term(.literal(self)) }
}

extension Term: PatternTerm {
    public var termPattern: TermPattern { .term(self) }
}

extension String: PatternTerm {
    /// A plain literal.
    public var termPattern: TermPattern { .term(.literal(Literal(self))) }
}

extension Int: PatternTerm {
    /// An `xsd:integer`.
    public var termPattern: TermPattern { .term(.literal(Literal(String(self), datatype: XSD.integer))) }
}

extension Bool: PatternTerm {
    /// An `xsd:boolean`.
    public var termPattern: TermPattern { .term(.literal(Literal(self ? "true" : "false", datatype: XSD.boolean))) }
}

// MARK: Paths

/// An IRI or a path, as a step of a longer path.
public protocol PathStep: PatternVerb {
    /// The step as a path.
    var propertyPath: PropertyPath { get }
}

extension IRI: PathStep {
    public var propertyPath: PropertyPath { .iri(self) }
}

extension PropertyPath: PathStep {
    public var propertyPath: PropertyPath { self }
}

extension PathStep {
    /// This step, then another: `p/q`
    public func then(_ next: some PathStep) -> PropertyPath { .sequence(propertyPath, next.propertyPath) }
    /// This step or another: `p|q`
    public func or(_ other: some PathStep) -> PropertyPath { .alternative(propertyPath, other.propertyPath) }
    /// Backwards: `^p`
    public var inverse: PropertyPath { .inverse(propertyPath) }
    /// Any number of times, none included: `p*`
    public var zeroOrMore: PropertyPath { .zeroOrMore(propertyPath) }
    /// Once or more: `p+`
    public var oneOrMore: PropertyPath { .oneOrMore(propertyPath) }
    /// Once or not at all: `p?`
    public var zeroOrOne: PropertyPath { .zeroOrOne(propertyPath) }
}
