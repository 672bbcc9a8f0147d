internal import ByteText
internal import Publishing

/// A folder, or a file, that stands for a part of the web.
struct DocumentMap {
    /// What IRIs begin with.
    let prefix: String
    /// The folder that has what follows the prefix, or the file that is what the prefix alone names.
    let path: String

    /// Reads `PREFIX=FOLDER`; the last equals sign that leaves an existing path counts, since IRIs may hold one.
    init?(_ text: String) {
        guard let equals = text.lastIndex(of: "="), equals != text.startIndex else { return nil }
        let path = String(text[text.index(after: equals)...])
        guard !path.isEmpty else { return nil }
        prefix = String(text[..<equals])
        self.path = path
    }

    /// The file that an IRI names; `nil` where the IRI begins otherwise, or would lead out of the folder.
    func file(of iri: String) -> String? {
        guard iri.utf8.starts(with: prefix.utf8) else { return nil }
        var rest = Array(iri.utf8.dropFirst(prefix.utf8.count))
        if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest.removeSubrange(query...) }
        guard !rest.isEmpty else { return path }
        var decoded: [UInt8] = []
        var index = 0
        while index < rest.count {
            if rest[index] == UInt8(ascii: "%"), index + 2 < rest.count,
                let byte = UInt8(String(decoding: rest[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(rest[index])
                index += 1
            }
        }
        guard !decoded.contains(0) else { return nil }
        let steps = decoded.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        guard !steps.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }) else { return nil }
        return path + "/" + String(decoding: decoded.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
    }
}
