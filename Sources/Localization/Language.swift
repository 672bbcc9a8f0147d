/// The languages in which Lys speaks to people.
public enum Language: String, CaseIterable, Sendable, Hashable, Codable {
    /// French, first because the directory's home is Quebec.
    case french = "fr"
    /// English.
    case english = "en"

    /// The language of a locale's name such as `fr_CA.UTF-8`, `en-GB` or `C`; `nil` where it names neither.
    public init?(locale: String) {
        let code = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
        self.init(rawValue: code)
    }

    /// The language that an environment asks for, by the precedence of POSIX; English where it asks for neither.
    /// - Spec: POSIX.1-2017, Base Definitions §8.2 (`LC_ALL`, `LC_MESSAGES`, `LANG`).
    public init(environment: [String: String]) {
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = asked.flatMap(Language.init(locale:)) ?? .english
    }
}
