internal import CPCRE2

/// The library that matches regular expressions for us.
public enum RegexLibrary {
    /// The version of PCRE2 that is loaded, such as `10.42`.
    public static var version: String {
        var text = [CChar](repeating: 0, count: 64)
        // It asks for room for the version, its date and a NUL: some 20 bytes.
        _ = unsafe text.withUnsafeMutableBufferPointer { buffer in
            unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), buffer.baseAddress)
        }
        let digits = text.prefix { $0 != 0 && $0 != 0x20 }.map { UInt8(bitPattern: $0) }
        return String(decoding: digits, as: UTF8.self)
    }
}
