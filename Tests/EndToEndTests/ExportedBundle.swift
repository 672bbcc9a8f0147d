import Crypto
import Foundation
import Testing

/// What a test asks of a published bundle without asking anything of ours.
enum ExportedBundle {
    /// The files of a folder, by name.
    static func contents(of folder: URL) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            contents[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return contents
    }

    /// The first file that is not what the receipt beside it says; `nil` for a whole bundle.
    static func firstMismatch(in folder: URL) throws -> String? {
        let data = try Data(contentsOf: folder.appending(path: "receipt.json"))
        let receipt = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let files = try #require(receipt["files"] as? [[String: Any]])
        var names: Set<String> = ["receipt.json"]
        for file in files {
            let name = try #require(file["name"] as? String)
            names.insert(name)
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return "\(name) is missing" }
            let hash = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
            if hash != file["sha256"] as? String || bytes.count != file["bytes"] as? Int { return "\(name) differs" }
        }
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return found.first { !names.contains($0) }.map { "\($0) is in no receipt" }
    }

    /// The lines of a file.
    static func lines(of file: URL) throws -> [String] {
        String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
