import Localization
import OrganizationDirectory
import RDFModel
import Testing

@Suite struct MappingTests {
    @Test func dump() throws {
        let loading = Directory.load(files: RealDirectory.files)
        for problem in loading.errors.prefix(20) { print(problem.text(in: .english)) }
        for problem in loading.warnings.prefix(20) { print(problem.text(in: .french)) }
        let directory = try #require(loading.directory)
        let quads = DirectoryMapping(directory).quads()
        print(quads.count, loading.warnings.count)
        for quad in quads where quad.description.contains("aafq") || quad.description.contains("condition/sickle") {
            print(quad)
        }
    }
}
