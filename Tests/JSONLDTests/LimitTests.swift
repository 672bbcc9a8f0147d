import ByteText
import JSONLD
import JSONText
import Localization
import RDFModel
import Testing

/// Documents made to hurt: each ends in an error or a result, soon.
@Suite struct LimitTests {
    private func code(_ document: JSONValue, loader: MemoryLoader = MemoryLoader()) -> JSONLDError.Code? {
        var options = JSONLDOptions()
        options.maximumTermDefinitions = 2000
        do {
            _ = try JSONLDProcessor(options: options, loader: loader).expand(document)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func deepNestingIsRefused() throws {
        var value: JSONValue = ["http://p/q": "x"]
        for _ in 0..<300 { value = ["http://p/q": value] }
        #expect(code(value) == .limitExceeded)
        var array: JSONValue = "x"
        for _ in 0..<300 { array = [array] }
        #expect(code(["http://p/q": array]) == .limitExceeded)
        var list: JSONValue = "x"
        for _ in 0..<300 { list = ["@list": [list]] }
        #expect(code(["http://p/q": list]) == .limitExceeded)
    }

    @Test func longNamespacesDoNotComeBackWithEveryName() throws {
        let long = String(repeating: "x", count: 1_000_000)
        let prefixed: JSONValue = ["@context": ["p": .string("http://e/" + long + "/")]]
        func document(_ member: String, _ value: JSONValue) -> JSONValue {
            var object = prefixed.object ?? [:]
            object[member] = value
            return .object(object)
        }
        let names = (0..<200).map { "p:\($0)" }
        #expect(
            code(document("@graph", .array(names.map { ["@id": .string($0), "http://e/q": 1] }))) == .limitExceeded)
        #expect(code(document("@type", .array(names.map { .string($0) }))) == .limitExceeded)
        var keys = prefixed.object ?? [:]
        for name in names { keys[name] = 1 }
        #expect(code(.object(keys)) == .limitExceeded)
        let base: JSONValue = ["@context": ["@base": .string("http://e/" + long + "/")]]
        var based = base.object ?? [:]
        based["http://e/q"] = .array(names.map { ["@id": .string(String($0.dropFirst(2)))] })
        #expect(code(.object(based)) == .limitExceeded)
    }

    @Test func nestingBelowTheLimitPassesEveryAlgorithm() throws {
        var value: JSONValue = ["http://p/q": "x"]
        for number in 0..<60 { value = ["@id": .string("http://a/\(number)"), "http://p/q": value] }
        let processor = JSONLDProcessor()
        #expect(throws: Never.self) { try processor.compact(value, context: ["q": "http://p/q"]) }
        #expect(throws: Never.self) { try processor.flatten(value) }
        #expect(throws: Never.self) { try processor.frame(value, frame: ["@id": "http://a/59"]) }
        var collector = QuadCollector()
        try processor.toRDF(value, into: &collector)
        #expect(collector.count == 61)
    }

    @Test func aChainOfNodesIsNotFramedWithoutEnd() throws {
        let nodes = (0..<1000).map { number -> JSONValue in
            ["@id": .string("http://a/\(number)"), "http://p/next": ["@id": .string("http://a/\(number + 1)")]]
        }
        let error = #expect(throws: JSONLDError.self) {
            try JSONLDProcessor().frame(.array(nodes), frame: ["@id": "http://a/0"])
        }
        #expect(error?.code == .limitExceeded)
    }

    @Test func alwaysCannotMultiplyNodesWithoutEnd() throws {
        // Layers of nodes, each of which refers to all of the next: the trees are exponential in the layers.
        var nodes: [JSONValue] = []
        for layer in 0..<12 {
            let next = (0..<6).map { JSONValue.object(["@id": .string("http://a/\(layer + 1)/\($0)")]) }
            for number in 0..<6 {
                nodes.append(["@id": .string("http://a/\(layer)/\(number)"), "http://p/q": .array(next)])
            }
        }
        var options = JSONLDOptions()
        options.embed = .always
        options.maximumFramedNodes = 5000
        let error = #expect(throws: JSONLDError.self) {
            try JSONLDProcessor(options: options).frame(.array(nodes), frame: ["@id": "http://a/0/0"])
        }
        #expect(error?.code == .limitExceeded)
    }

    /// Layers of two nodes, each of which refers to both of the next.
    private func layers(_ count: Int) -> JSONValue {
        .array(
            (0..<(2 * count)).map { number in
                let next = (0..<2).map { JSONValue.object(["@id": .string("http://a/\(number / 2 + 1)/\($0)")]) }
                return ["@id": .string("http://a/\(number / 2)/\(number % 2)"), "http://p/q": .array(next)]
            })
    }

    /// Without anything asked for: what a frame puts out is bounded by what the document has.
    @Test func alwaysEndsByItself() {
        var options = JSONLDOptions()
        options.embed = .always
        options.maximumFramedNodes = nil
        options.limits = WorkLimits(timeout: .seconds(60))
        let error = #expect(throws: JSONLDError.self) {
            try JSONLDProcessor(options: options).frame(layers(30), frame: ["@id": "http://a/0/0"])
        }
        #expect(error?.problem == .tooManyFramedNodes)
    }

    /// Whether a node matches a frame is found out once, by however many ways it is come to.
    @Test func patternsAreNotTriedAlongEveryWay() throws {
        var frame: JSONValue = ["@type": "http://e/None"]
        for _ in 0..<38 { frame = ["http://p/q": frame] }
        #expect(try JSONLDProcessor().frame(layers(40), frame: frame) == [:])
    }

    @Test func timeAndMemoryAreLimitsOfEveryOperation() {
        let late = WorkLimits(timeout: .zero)
        let full = WorkLimits(memory: 1)
        full.note(memory: 2)
        let nodes = JSONValue.array(
            (0..<3000).map { ["@id": .string("http://a/\($0)"), "http://p/q": [["@value": 1]]] })
        for (limits, problem) in [(late, JSONLDMessage.timeLimit), (full, .memoryLimit)] {
            var options = JSONLDOptions()
            options.limits = limits
            let processor = JSONLDProcessor(options: options)
            let operations: [() throws -> Void] = [
                { _ = try processor.expand(nodes) }, { _ = try processor.compact(nodes, context: ["p": "http://p/"]) },
                { _ = try processor.flatten(nodes) }, { _ = try processor.frame(nodes, frame: [:]) },
            ]
            for operation in operations {
                let error = #expect(throws: JSONLDError.self) { try operation() }
                #expect(error?.problem == problem)
                #expect(error?.code == .limitExceeded)
            }
        }
    }

    /// Whatever the stack of the thread: an error, and never a signal.
    @Test(arguments: [96, 128, 192, 256, 512, 1024]) func aSmallStackIsNoCrash(_ kibibytes: Int) {
        var document: JSONValue = "x"
        for _ in 0..<250 { document = ["http://p/q": document] }
        let text = document.description
        StackSpace.onOwnThread(stack: (160 + kibibytes) << 10) {
            do {
                let processor = JSONLDProcessor()
                let read = try JSONValue(json: text)
                let compacted = try processor.compact(processor.expand(read), context: [:])
                _ = try processor.frame(processor.flatten(compacted), frame: ["http://p/q": [:]])
            } catch let error as JSONLDError {
                #expect(error.code == .limitExceeded)
            } catch {
                #expect(error is JSONError)
            }
        }
    }

    @Test func contextsThatIncludeThemselvesEnd() {
        let loader = MemoryLoader([
            "http://c/a": ["@context": "http://c/b"], "http://c/b": ["@context": ["http://c/a", ["p": "http://p/q"]]],
        ])
        #expect(code(["@context": "http://c/a", "p": "x"], loader: loader) == .contextOverflow)
    }

    @Test func contextsThatIncludeOthersTwiceEnd() {
        var loader = MemoryLoader()
        for number in 0..<30 {
            let next = JSONValue.string("http://c/\(number + 1)")
            loader["http://c/\(number)"] = ["@context": [next, next]]
        }
        loader["http://c/30"] = ["@context": [:]]
        #expect(code(["@context": "http://c/0"], loader: loader) == .limitExceeded)
    }

    @Test func aScopedContextMayNameTheContextItStandsIn() throws {
        let loader = MemoryLoader([
            "http://c/a": ["@context": ["p": ["@id": "http://p/q", "@context": "http://c/a"]]]
        ])
        let document: JSONValue = ["@context": "http://c/a", "p": ["p": ["p": "x"]]]
        let expanded = try JSONLDProcessor(loader: loader).expand(document)
        #expect(expanded.description == #"[{"http://p/q":[{"http://p/q":[{"http://p/q":[{"@value":"x"}]}]}]}]"#)
    }

    @Test func contextsInsideContextsAreLimited() {
        var context: JSONValue = ["p": "http://p/q"]
        for _ in 0..<300 { context = ["p": ["@id": "http://p/q", "@context": context]] }
        let refused = code(["@context": context, "p": "x"])
        #expect(refused == .limitExceeded)
    }

    @Test func aLongChainOfTermsIsLimited() {
        var context = JSONObject()
        for number in 0..<1000 { context["t\(number)"] = .string("t\(number + 1):x") }
        #expect(code(["@context": .object(context)]) == .limitExceeded)
    }

    @Test func longArraysTakeLinearTime() throws {
        let values = JSONValue.array((0..<100_000).map { .number(JSONNumber($0)) })
        let document: JSONValue = ["@id": "http://a/b", "http://p/q": values, "@type": []]
        let processor = JSONLDProcessor()
        let flattened = try processor.flatten(document)
        #expect(flattened.array?.first?["http://p/q"]?.array?.count == 100_000)
        let compacted = try processor.compact(document, context: ["q": "http://p/q"])
        #expect(compacted["q"]?.array?.count == 100_000)
    }

    @Test func manyNamesTakeLinearTime() throws {
        var document = JSONObject()
        for number in 0..<20_000 { document["http://p/\(number)"] = "x" }
        let processor = JSONLDProcessor()
        let expanded = try processor.expand(.object(document))
        #expect(expanded.array?.first?.object?.count == 20_000)
        var collector = QuadCollector()
        try processor.toRDF(.object(document), into: &collector)
        let again = try processor.fromRDF(collector.quads())
        #expect(again.array?.first?.object?.count == 20_001)
    }
}
