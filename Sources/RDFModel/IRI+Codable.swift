extension IRI: Codable {
    /// Reads an IRI from a string.
    /// - Throws: `DecodingError` for a string that is no absolute IRI.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = try IRI(try container.decode(String.self))
        } catch let error as IRIError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the IRI as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(string)
    }
}
