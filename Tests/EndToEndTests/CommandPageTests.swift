import TestSupport
import Testing

/// `docs/commands.md` says what the command's help says.
@Suite struct CommandPageTests {
    @Test func itIsTheHelpOfTheCommand() throws {
        let page = try Page("docs/commands.md").holding(
            CommandPage().markdown, between: "<!-- help -->", and: "<!-- end of help -->")
        #expect(page.is == page.should, "`make pages` writes it anew")
    }
}
