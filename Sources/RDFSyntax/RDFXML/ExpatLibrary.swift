internal import CExpat

/// The library that reads XML for us.
public enum ExpatLibrary {
    /// The version that is loaded, such as `2.5.0`; what we read does not depend on it from 2.4 on.
    public static var version: String {
        let version = XML_ExpatVersionInfo()
        return "\(version.major).\(version.minor).\(version.micro)"
    }
}
