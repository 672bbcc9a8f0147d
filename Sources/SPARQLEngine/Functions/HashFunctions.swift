internal import Crypto

/// Digests of texts, in lower-case hexadecimal.
/// - Spec: <https://www.w3.org/TR/sparql11-query/#func-hash>
enum HashFunctions {
    @Sendable static func md5(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        digest(context, arguments[0]) { Array(Insecure.MD5.hash(data: $0)) }
    }

    @Sendable static func sha1(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        digest(context, arguments[0]) { Array(Insecure.SHA1.hash(data: $0)) }
    }

    @Sendable static func sha256(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        digest(context, arguments[0]) { Array(SHA256.hash(data: $0)) }
    }

    @Sendable static func sha384(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        digest(context, arguments[0]) { Array(SHA384.hash(data: $0)) }
    }

    @Sendable static func sha512(_ context: QueryContext, _ arguments: [ExpressionResult]) -> ExpressionResult {
        digest(context, arguments[0]) { Array(SHA512.hash(data: $0)) }
    }

    private static func digest(
        _ context: QueryContext, _ argument: ExpressionResult, _ hash: ([UInt8]) -> [UInt8]
    ) -> ExpressionResult {
        guard case .string(let text)? = context.terms.value(argument) else { return .error }
        // A digest takes several times what reading its text does.
        guard context.limits.goesOn(after: text.utf8.count * 4) else { return .error }
        let digits = Array("0123456789abcdef".utf8)
        var hexadecimal: [UInt8] = []
        for byte in hash(Array(text.utf8)) {
            hexadecimal.append(digits[Int(byte >> 4)])
            hexadecimal.append(digits[Int(byte & 15)])
        }
        return .string(String(decoding: hexadecimal, as: UTF8.self))
    }
}
