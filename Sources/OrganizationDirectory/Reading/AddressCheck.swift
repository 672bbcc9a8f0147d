internal import Localization
internal import RDFModel

/// Whether a text is the address of a page: absolute, `http` or `https`, with the name of a site that has a dot.
///
/// Stricter than RFC 3986 asks: no user, no numbers for a host, no comma (two addresses in one cell are mostly parted
/// by one); and every character is one that an IRI may hold.
/// - Spec: RFC 3986 §3, RFC 3987 §2.2, RFC 1034 §3.5.
enum AddressCheck {
    /// The address as an IRI, or the message that says what is wrong with it, and its arguments.
    static func check(_ text: String) -> Result<IRI, AddressFault> {
        func fault(_ message: DirectoryMessage, _ detail: String...) -> Result<IRI, AddressFault> {
            .failure(AddressFault(message: message, arguments: [text] + detail))
        }
        let lowercased = text.asciiLowercased
        guard let scheme = ["https://", "http://"].first(where: { lowercased.hasPrefix($0) }) else {
            return fault(.addressScheme)
        }
        if lowercased.split(separator: "://", omittingEmptySubsequences: false).count > 2,
            lowercased.contains(where: { $0.isWhitespace || $0 == ";" || $0 == "," })
        {
            return fault(.addressTwice)
        }
        if text.utf8.contains(UInt8(ascii: ",")) { return fault(.addressComma) }
        let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
        let authority = String(String.UnicodeScalarView(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }))
        guard isHostWithPort(authority) else { return fault(.addressHost, authority) }
        let tail = rest.dropFirst(authority.unicodeScalars.count)
        var hashes = 0
        for scalar in tail {
            if scalar == "#" { hashes += 1 }
            guard isAllowed(scalar), hashes < 2 else {
                let isSeen = !scalar.isInvisibleControl && !scalar.properties.isWhitespace
                return fault(.addressCharacter, isSeen ? String(scalar) : "U+" + scalar.code)
            }
        }
        guard hasWellFormedPercents(Array(text.utf8)) else { return fault(.addressPercent) }
        guard let iri = try? IRI(text) else { return fault(.addressScheme) }
        guard !iri.hasDotSegment else { return fault(.dotSegment) }
        return .success(iri)
    }

    /// An address for comparison: no scheme, no `www.`, lower-case host, no slash at the end.
    static func comparable(_ iri: IRI) -> String {
        var rest = iri.string.split(separator: "://", maxSplits: 1).last.map(String.init) ?? iri.string
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        var plainHost = String(host).asciiLowercased
        for port in [":80", ":443"] where plainHost.hasSuffix(port) { plainHost.removeLast(port.count) }
        if plainHost.hasSuffix(".") { plainHost.removeLast() }
        if plainHost.hasPrefix("www.") { plainHost.removeFirst(4) }
        rest = plainHost + rest.dropFirst(host.count)
        while rest.hasSuffix("/") { rest.removeLast() }
        return rest
    }

    private static func isHostWithPort(_ authority: String) -> Bool {
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first else { return false }
        if parts.count == 2 {
            guard let port = Int(digits: Array(parts[1].utf8)[...]), (1...65_535).contains(port) else { return false }
        }
        return isHost(host)
    }

    /// Labels of letters, digits and inner hyphens, at least two of them, the last one letters; a dot may stand last.
    static func isHost(_ host: Substring) -> Bool {
        let host = host.hasSuffix(".") ? host.dropLast() : host
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, host.utf8.count <= 253, let last = labels.last else { return false }
        let isTopLevel = last.utf8.count >= 2 && (last.hasPrefix("xn--") || last.unicodeScalars.allSatisfy(isLetter))
        return isTopLevel
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || $0 == "-" }
            }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || (!scalar.isASCII && scalar.properties.isAlphabetic)
    }

    /// `pchar`, `/`, `?`, `#`, and the characters beyond ASCII that RFC 3987 allows outside private use.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else {
            return !scalar.isInvisibleControl && !scalar.properties.isWhitespace
                && scalar.properties.generalCategory != .privateUse
        }
        return IRICharacters.allowed.contains(UInt8(scalar.value))
    }

    private static func hasWellFormedPercents(_ bytes: [UInt8]) -> Bool {
        func isHexadecimal(_ index: Int) -> Bool {
            guard index < bytes.count else { return false }
            return switch bytes[index] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
        return bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "%") || (isHexadecimal(index + 1) && isHexadecimal(index + 2))
        }
    }

    private enum IRICharacters {
        static let allowed = Set(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+;=:@/?#%".utf8)
    }
}

/// What is wrong with an address.
struct AddressFault: Error {
    let message: DirectoryMessage
    let arguments: [String]
}
