internal import CRaptor

/// The library that serializes for us.
public enum RaptorLibrary {
    /// The version that is loaded, such as `2.0.15`: the bytes of what Raptor writes depend on it.
    public static var version: String {
        let version = unsafe lys_raptor_version()
        return unsafe String(cString: version)
    }
}
