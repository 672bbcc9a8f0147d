internal import ArgumentParser
internal import JSONLD
internal import Localization
internal import Publishing
internal import WebFetching

/// The options that say where documents named by IRIs may come from.
struct DocumentOptions: ParsableArguments {
    @Option(name: .customLong("document-map"), help: help(.documentMap, value: "PREFIX=FOLDER"))
    var documentMap: [String] = []

    @Flag(name: .customLong("allow-network"), help: help(.allowNetwork))
    var allowNetwork = false

    @Option(name: .customLong("allow-address"), help: help(.allowAddress, value: "ADDRESS"))
    var allowAddress: [String] = []

    /// The loader that the options describe.
    /// - Throws: ``Exit`` where an option is malformed.
    func loader() throws -> any DocumentLoader { try reader().documents }

    /// The reader that the options describe.
    /// - Throws: ``Exit`` where an option is malformed.
    func reader() throws -> InputReader {
        let maps = try documentMap.map { text in
            guard let map = DocumentMap(text) else { throw Exit(.usage, JSONLDCommandMessage.badDocumentMap, text) }
            guard Files.exists(map.path) else { throw FileError(.notFound, path: map.path) }
            return map
        }
        let addresses = try allowAddress.map { text in
            guard let address = InternetAddress(text) else {
                throw Exit(.usage, JSONLDCommandMessage.badAddress, text)
            }
            return address
        }
        guard allowNetwork || addresses.isEmpty else { throw Exit(.usage, JSONLDCommandMessage.addressWithoutNetwork) }
        let client = allowNetwork ? WebClient(allowedAddresses: Set(addresses)) : nil
        return InputReader(fetcher: DocumentFetcher(maps: maps, client: client))
    }
}

/// A text of `lys jsonld` as help for an argument.
func help(_ text: JSONLDCommandMessage, value: String? = nil) -> ArgumentHelp { help(of: text, value: value) }
