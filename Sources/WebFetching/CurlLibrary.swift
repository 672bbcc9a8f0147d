internal import CCurl

/// The library that fetches for us.
public enum CurlLibrary {
    /// The version that is loaded, such as `7.88.1`.
    public static var version: String { unsafe String(cString: lys_curl_loaded_version()) }
}
