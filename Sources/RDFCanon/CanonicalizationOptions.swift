/// How a dataset is to be canonicalized.
public struct CanonicalizationOptions: Hashable, Sendable {
    /// The hash function; SHA-256 by default.
    public var algorithm: HashAlgorithm
    /// How many steps may be spent on telling blank nodes apart, a step being one related node hashed or one order of
    /// nodes tried (about a microsecond); `nil`, the default, stands for a million and another hundred for each quad.
    public var workLimit: Int?

    /// The defaults, but for what is said.
    public init(algorithm: HashAlgorithm = .sha256, workLimit: Int? = nil) {
        self.algorithm = algorithm
        self.workLimit = workLimit
    }
}
