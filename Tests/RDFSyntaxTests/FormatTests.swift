import RDFSyntax
import Testing

@Suite struct FormatTests {
    @Test(arguments: RDFFormat.allCases) func aFormatIsFoundByEachOfItsNames(_ format: RDFFormat) {
        #expect(RDFFormat(named: format.name) == format)
        #expect(RDFFormat(named: format.mediaType.uppercased() + "; charset=utf-8") == format)
        for ending in format.fileExtensions {
            #expect(RDFFormat(named: "." + ending) == format)
            #expect(RDFFormat(fileName: "a.b/c.\(ending).gz") == format)
        }
    }

    @Test(arguments: ["", "a", "x.txt", "dir.ttl/file", ".gz"]) func otherFileNamesTellNoFormat(_ name: String) {
        #expect(RDFFormat(fileName: name) == nil)
    }
}
