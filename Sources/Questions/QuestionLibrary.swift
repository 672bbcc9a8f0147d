internal import ByteText
internal import Localization
internal import RDFModel
internal import SPARQLAlgebra

/// The questions of a folder, by name.
///
/// Headers are read when a question is asked for, so that asking one does not cost reading all.
public struct QuestionLibrary: Sendable {
    private let files: [(name: String, bytes: [UInt8])]

    /// The questions among files: those whose names end with `.rq`.
    public init(files: [(name: String, bytes: [UInt8])]) {
        self.files =
            files
            .compactMap { name, bytes in
                name.utf8.suffix(3).elementsEqual(".rq".utf8) ? (String(name.dropLast(3)), bytes) : nil
            }
            .sorted { $0.name.precedesInBytes($1.name) }
    }

    /// The names of all questions, in byte order.
    public var names: [String] { files.map(\.name) }

    /// The question of a name; `nil` where there is none.
    /// - Throws: ``QuestionError`` where its header is wrong.
    public func question(named name: String) throws(QuestionError) -> Question? {
        guard let file = files.first(where: { $0.name.hasSameBytes(as: name) }) else { return nil }
        return try Self.question(file)
    }

    /// All questions, by name in byte order.
    /// - Throws: ``QuestionError`` for the first header that is wrong.
    public func questions() throws(QuestionError) -> [Question] {
        var questions: [Question] = []
        for file in files { questions.append(try Self.question(file)) }
        return questions
    }

    /// What to say where no question has a name, with the one that was probably meant.
    public func noSuchQuestion(_ name: String) -> QuestionError {
        guard let nearest = nearestName(to: name) else { return QuestionError(.noSuchQuestion, name) }
        return QuestionError(.noSuchQuestionBut, name, nearest)
    }

    /// The name that was probably meant by another: the nearest in letters, or the first that contains it.
    public func nearestName(to name: String) -> String? {
        if let nearest = NearestName.of(name, among: names) { return nearest }
        let wanted = name.asciiLowercased
        guard wanted.utf8.count >= 3 else { return nil }
        return names.first { $0.contains(wanted) }
    }

    private static func question(_ file: (name: String, bytes: [UInt8])) throws(QuestionError) -> Question {
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw QuestionError(.notText, file.name + ".rq")
        }
        return try Question(name: file.name, text: text)
    }
}
