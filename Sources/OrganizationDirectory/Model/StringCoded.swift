/// A value that is coded as the text which it is read from and written as.
protocol StringCoded: Codable {
    /// The value of a text; `nil` where the text is malformed.
    init?(_ text: String)
    /// The text.
    var text: String { get }
}

extension StringCoded {
    /// Reads the value from a string.
    /// - Throws: `DecodingError` for a malformed one.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = Self(text) else { throw DecodingError.malformed(text, as: Self.self, in: decoder) }
        self = value
    }

    /// Writes the value as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension DecodingError {
    /// That a text is malformed as a value of a type.
    static func malformed(_ text: String, as type: Any.Type, in decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no \(type)"))
    }
}
