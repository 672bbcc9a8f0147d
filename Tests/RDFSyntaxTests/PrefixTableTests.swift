import ByteText
import Testing

@testable import RDFSyntax

/// Where the table of prefixes looks for a name is not for the author of a document to choose.
@Suite struct PrefixTableTests {
    /// Names that stood next to each other under FNV-1a, which the table used: in one of 32 parts of it.
    private static let chosen: [String] = {
        var found: [String] = []
        var number = 0
        while found.count < 2000 {
            let name = "p" + String(number, radix: 36)
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            if Int(truncatingIfNeeded: hash ^ hash >> 32) & 4095 < 128 { found.append(name) }
            number += 1
        }
        return found
    }()

    private func table(seed: HashSeed) -> PrefixTable {
        var table = PrefixTable(seed: seed)
        for name in Self.chosen { table.declare(name.utf8.span, namespace: ("http://e/" + name).utf8.span) }
        return table
    }

    @Test func chosenNamesDoNotMeet() {
        for _ in 0..<4 {
            let table = table(seed: HashSeed())
            // Of 4,096 places 2,000 names take some 1,580; they took 128.
            #expect(Set(Self.chosen.map { table.slot(of: $0.utf8.span) }).count > 1300)
        }
    }

    @Test func seedsPlaceNamesDifferently() {
        let (one, other) = (table(seed: HashSeed()), table(seed: HashSeed()))
        let same = Self.chosen.filter { one.slot(of: $0.utf8.span) == other.slot(of: $0.utf8.span) }
        #expect(same.count < 100)
    }

    @Test func everyNameIsFound() {
        var table = table(seed: HashSeed())
        #expect(table.count == Self.chosen.count)
        for name in Self.chosen {
            var iri: [UInt8] = []
            #expect(table.appendNamespace(of: name.utf8.span, to: &iri) == false)
            #expect(String(decoding: iri, as: UTF8.self) == "http://e/" + name)
        }
        var iri: [UInt8] = []
        #expect(table.appendNamespace(of: "nothing".utf8.span, to: &iri) == nil)
        table.declare("p".utf8.span, namespace: "http://ex:".utf8.span)
        #expect(table.appendNamespace(of: "p".utf8.span, to: &iri) == true)
    }
}
