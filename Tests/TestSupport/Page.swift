internal import Foundation

/// A page of the documentation: the README, or one of `docs/`.
public struct Page: Sendable {
    /// The path from the root of the project.
    public let path: String
    /// The page as it is written.
    public let text: String

    /// A fenced block.
    public struct Block: Sendable {
        /// The language after the fence.
        public let language: String
        /// The lines between the fences.
        public let lines: [String]
    }

    /// The page at a path.
    public init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Suites.projectRoot.appending(path: path), encoding: .utf8)
    }

    /// The paths of all pages.
    public static let paths: [String] = {
        let folder = Suites.projectRoot.appending(path: "docs").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    }()

    /// The fenced blocks, in order.
    public var blocks: [Block] { parts.blocks }

    /// The lines outside fenced blocks.
    public var prose: [String] { parts.prose }

    private var parts: (blocks: [Block], prose: [String]) {
        var (blocks, prose): ([Block], [String]) = ([], [])
        var open: (language: String, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let block = open { blocks.append(Block(language: block.language, lines: block.lines)) }
                open = open == nil ? (String(line.dropFirst(3)), []) : nil
            } else if open != nil {
                open?.lines.append(line)
            } else {
                prose.append(line)
            }
        }
        return (blocks, prose)
    }

    /// The names under which headings can be linked to, as GitHub makes them.
    public var anchors: Set<String> {
        Set(
            prose.filter { $0.hasPrefix("#") }.map { heading in
                let title = heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
                let kept = title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
                return kept.replacing(" ", with: "-")
            })
    }

    /// The targets of links and pictures.
    public var links: [String] {
        prose.flatMap { line in
            line.replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
        }
    }

    /// The cells of the tables below a heading, row by row, without the row of headings.
    public func tables(below heading: String) -> [[[String]]] {
        let lines = prose.drop { $0.drop { $0 == "#" } != " " + heading }.dropFirst().prefix { !$0.hasPrefix("#") }
        var tables: [[[String]]] = []
        var isInside = false
        for line in lines {
            guard line.hasPrefix("|") else {
                isInside = false
                continue
            }
            if !isInside { tables.append([]) }
            isInside = true
            let cells = line.dropFirst().dropLast().replacing("\\|", with: "\u{1}")
                .split(separator: "|", omittingEmptySubsequences: false)
            tables[tables.count - 1].append(
                cells.map { $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces) })
        }
        return tables.map { Array($0.dropFirst(2)) }
    }

    /// Pages are written, and not only compared with the code: `make pages` asks for it.
    public static let areWritten = ProcessInfo.processInfo.environment["LYS_WRITE_PAGES"] != nil

    /// Puts what the code says into the page, where pages are written.
    /// - Returns: the page as it is, and as it should be.
    public func holding(
        _ generated: String, between begin: String, and end: String
    ) throws -> (is: String, should: String) {
        guard let first = text.firstRange(of: begin), let last = text.firstRange(of: end) else {
            return (text, generated)
        }
        let should = String(text[..<first.upperBound]) + "\n" + generated + String(text[last.lowerBound...])
        if Self.areWritten {
            // At once, since other tests read it meanwhile.
            try Data(should.utf8).write(to: Suites.projectRoot.appending(path: path), options: .atomic)
            return (should, should)
        }
        return (text, should)
    }
}
