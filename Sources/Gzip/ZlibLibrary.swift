internal import CZlib

/// The library that packs and unpacks for us.
public enum ZlibLibrary {
    /// The version that is loaded, such as `1.2.13`.
    public static var version: String { unsafe String(cString: zlibVersion()) }
}
