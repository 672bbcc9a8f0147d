internal import CRaptor

/// The library that writes for us.
public enum RaptorLibrary {
    /// Its version, such as `2.0.15`: the bytes it writes may differ from one to another.
    public static var version: String {
        let version = raptor_version_decimal
        return "\(version / 10000).\(version / 100 % 100).\(version % 100)"
    }
}
