import Localization
import OrganizationDirectory
import Testing

/// Cells that hold no value, or no likely one.
@Suite struct SpoiledCellTests {
    /// The messages about a name that stands in the place of another.
    private func messages(_ name: String) -> (errors: [DirectoryMessage], warnings: [DirectoryMessage]) {
        let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
        let loading = Directory.load(
            files: FixtureDirectory.replacing("Alpha Québec", with: quoted, in: "organizations.csv"))
        let usual: Set<DirectoryMessage> = [.noEnglishName, .noWebsite, .noRole]
        return (loading.errors.map(\.message), loading.warnings.map(\.message).filter { !usual.contains($0) })
    }

    @Test(arguments: [
        ("#REF!", DirectoryMessage.errorValue), ("#N/A", .errorValue), ("#NOM ?", .errorValue),
        ("#VALEUR\u{A0}!", .errorValue),
        ("Err:502", .errorValue), ("=CONCAT(A1;B1)", .formula), ("+SUM(A1)", .formula), ("a;=1+1", .formula),
        ("anÃ©mie", .wrongEncoding), ("an\u{FFFD}mie", .lostLetter), ("a\u{202E}b", .controlCharacter),
        ("a\u{2028}b", .lineBreak),
    ])
    func itIsRefused(_ name: String, _ message: DirectoryMessage) {
        let (errors, _) = messages(name)
        #expect(errors == [message], "\(errors)")
    }

    @Test(arguments: [
        ("n/a", DirectoryMessage.placeholder), ("-", .placeholder), ("?", .placeholder), ("à venir", .placeholder),
        ("TBD", .perhapsPlaceholder), ("a &amp; b", .markup), ("<b>a</b>", .markup), ("anŽmie", .doubtfulEncoding),
        ("C½ur", .doubtfulEncoding), ("a\u{AD}b", .removedCharacter), ("a\u{200B}b", .removedCharacter),
        ("\u{2009}a", .trimmed), ("a\u{3000}", .trimmed), ("a\u{202F}", .trimmed),
        ("ecrire a x@example.org", .personalMail), ("tél. 514 555-1234", .personalTelephone),
        ("24, rue Principale", .personalStreet), ("123 Main Street", .personalStreet),
    ])
    func itIsWarnedOf(_ name: String, _ message: DirectoryMessage) {
        let (errors, warnings) = messages(name)
        #expect(errors.isEmpty, "\(errors)")
        // A name that is read as empty is missed.
        let expected: Set = message == .placeholder ? [message, .noFrenchName] : [message]
        #expect(Set(warnings) == expected, "\(warnings)")
    }

    @Test func decomposedAccentsAreComposed() throws {
        let files = FixtureDirectory.replacing("Alpha Québec", with: "Alpha Que\u{301}bec", in: "organizations.csv")
        let loading = Directory.load(files: files)
        let name = try #require(loading.directory?.organizations.first?.names.french)
        #expect(Array(name.unicodeScalars) == Array("Alpha Québec".unicodeScalars))
        #expect(!loading.warnings.contains { $0.message == .trimmed })
    }

    /// The real sheets say nothing about persons, and no sentence of theirs looks as if it did.
    @Test func theRealDirectoryHasNoneOfIt() {
        let odd: Set<DirectoryMessage> = [
            .placeholder, .perhapsPlaceholder, .markup, .doubtfulEncoding, .removedCharacter, .trimmed, .personalMail,
            .personalTelephone, .personalStreet, .unregisteredLanguage, .blankColumn,
        ]
        let warnings = Directory.load(files: RealDirectory.files).warnings.filter { odd.contains($0.message) }
        #expect(warnings.map { $0.text(in: .english) } == [])
    }

    @Test func onlyHeadingsAreAnErrorWhereRowsAreNeeded() throws {
        for file in ["organizations.csv", "conditions.csv"] {
            var files = FixtureDirectory.files
            files[file] = Array((files[file] ?? []).prefix { $0 != 0x0A }) + [0x0A]
            let loading = Directory.load(files: files)
            #expect(loading.directory == nil)
            #expect(loading.errors.contains { $0.message == .noRows && $0.place.file == file })
        }
        var files = FixtureDirectory.files
        files["memberships.csv"] = Array("member,group,kind,source\n".utf8)
        let loading = Directory.load(files: files)
        #expect(loading.errors.isEmpty)
        #expect(loading.warnings.contains { $0.message == .noRowsYet })
    }

    @Test func tablesMayBeTabbedAndNamedInCapitals() throws {
        var files = FixtureDirectory.files
        let memberships = files.removeValue(forKey: "memberships.csv") ?? []
        files["Memberships.TSV"] = memberships.map { $0 == UInt8(ascii: ",") ? 9 : $0 }
        let loading = Directory.load(files: files)
        #expect(loading.errors.isEmpty)
        #expect(try #require(loading.directory).memberships.count == 1)
        files["memberships.csv"] = memberships
        #expect(Directory.load(files: files).errors.map(\.message) == [.twoTables])
    }
}
