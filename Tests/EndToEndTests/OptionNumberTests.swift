import Foundation
import TestSupport
import Testing

/// Numbers that options cannot mean are refused before anything is read, and the option is named.
@Suite struct OptionNumberTests {
    /// A command, an option of it, and numbers beyond what it can mean.
    static let cases: [([String], String, [String])] = [
        (["query", "ASK {}"], "--timeout", ["-1", "nan", "inf", "-inf", "1e400", "1e10", "x", ""]),
        (["query", "ASK {}"], "--limit-rows", ["-1", "nan", "1.5", "99999999999999999999"]),
        (["query", "ASK {}"], "--limit-memory", ["-5", "0", "99999999999999999999"]),
        (["query", "ASK {}"], "--repeat", ["-1", "0", "9223372036854775807", "99999999999999999999"]),
        (["search", "x"], "--limit", ["-1", "0", "99999999999999999999"]),
        (["update", "INSERT DATA {}"], "--timeout", ["-1", "nan", "inf"]),
        (["update", "INSERT DATA {}"], "--limit-memory", ["-5", "0"]),
        (["canonicalize", "data.nt"], "--work-limit", ["-1", "0", "99999999999999999999"]),
        (["diff", "data.nt", "data.nt"], "--work-limit", ["-1", "0", "99999999999999999999"]),
        (["jsonld", "expand", "data.jsonld"], "--timeout", ["-1", "nan", "inf", "x"]),
        (["jsonld", "expand", "data.jsonld"], "--limit-memory", ["-5", "0"]),
        (["convert", "data.nt"], "--timeout", ["-1", "nan", "1e400"]),
        (["convert", "data.nt"], "--limit-memory", ["-5", "0", "99999999999999999999"]),
        (["jsonld", "expand", "data.jsonld"], "--repeat", ["-1", "0", "9223372036854775807"]),
    ]

    @Test(arguments: cases) func aNumberThatMeansNothingIsRefused(
        _ command: [String], _ option: String, _ numbers: [String]
    ) throws {
        let scratch = try Scratch()
        for number in numbers {
            for form in [[option, number], ["\(option)=\(number)"]] {
                let outcome = try LysCommand(in: scratch.url).run(command + form)
                #expect(outcome.status == 64, "\(form): \(outcome.errors)")
                #expect(outcome.errors.contains(option), "\(form): \(outcome.errors)")
                #expect(outcome.output.isEmpty)
            }
        }
    }

    @Test func theLargestNumbersMeanNoLimit() throws {
        let scratch = try Scratch()
        try Data("<http://a> <http://b> 1 .".utf8).write(to: scratch.url.appending(path: "data.ttl"))
        for options in [
            ["--limit-rows", "9223372036854775807"], ["--limit-memory", "9223372036854775807"], ["--timeout", "1e9"],
        ] {
            let outcome = try LysCommand(in: scratch.url).run(["query", "-d", "data.ttl", "?s ?p ?o"] + options)
            #expect(outcome.status == 0, "\(options): \(outcome.errors)")
        }
    }
}
