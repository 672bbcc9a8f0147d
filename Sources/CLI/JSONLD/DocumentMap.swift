internal import ByteText
internal import Publishing

/// A folder, or a file, that stands for a part of the web.
struct DocumentMap {
    /// What IRIs begin with, once evened out.
    let prefix: ComparedAddress
    /// The folder that has what follows the prefix, or the file that is what the prefix alone names.
    let path: String

    /// Reads `PREFIX=FOLDER`; the last equals sign that leaves an existing path counts, since IRIs and paths may hold
    /// one. `nil` where there is no prefix with a scheme, which nothing would ever begin with.
    init?(_ text: String) {
        let splits = text.indices.reversed().filter { text[$0] == "=" }
            .map { (prefix: String(text[..<$0]), path: String(text[text.index(after: $0)...])) }
        guard let split = splits.first(where: { Files.exists($0.path) }) ?? splits.first, !split.path.isEmpty,
            let prefix = ComparedAddress(split.prefix)
        else { return nil }
        self.prefix = prefix
        path = split.path
    }

    /// The file that an IRI names; `nil` where the IRI begins otherwise, or would lead out of the folder.
    ///
    /// One map is for `http` and `https`, and for a folder with its slash and without.
    func file(of address: ComparedAddress) -> String? {
        guard prefix.hasScheme(of: address) else { return nil }
        if prefix.rest == address.rest + [UInt8(ascii: "/")] { return own }
        guard address.rest.starts(with: prefix.rest) else { return nil }
        var rest = address.rest.dropFirst(prefix.rest.count)
        if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<query] }
        rest = rest.drop { $0 == UInt8(ascii: "/") }
        guard !rest.isEmpty else { return own }
        // A file stands for one IRI.
        guard Files.isFolder(path) else { return nil }
        let decoded = Self.decoded(rest)
        guard !decoded.contains(0) else { return nil }
        let steps = decoded.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        guard !steps.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }) else { return nil }
        return path + "/" + String(decoding: decoded.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
    }

    /// Whether a file is what the map says: where the map is a folder, no link leads out of it.
    ///
    /// The file of a map of a file is the one that the user named, wherever it leads.
    func holds(_ file: String) -> Bool {
        guard file != path, Files.exists(file) else { return true }
        guard let folder = Files.resolved(path), let real = Files.resolved(file) else { return false }
        return real.hasPrefix(folder == "/" ? folder : folder + "/")
    }

    /// What the prefix itself names: the file, or the index of the folder.
    private var own: String {
        guard Files.isFolder(path) else { return path }
        let indexes = ["index.jsonld", "index.json", "index.html"].map { path + "/" + $0 }
        return indexes.first { Files.exists($0) } ?? indexes[0]
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let byte = UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(text[index])
                index += 1
            }
        }
        return decoded
    }
}
