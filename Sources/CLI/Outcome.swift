internal import ArgumentParser
internal import ByteText
internal import JSONLD
internal import JSONText
internal import Localization
internal import Publishing
internal import Questions
internal import RDFCanon
internal import RDFSyntax
internal import RaptorSyntax
internal import SPARQLEngine
internal import SPARQLResults
internal import TripleStore
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How a run ends: the one place that turns errors into exit codes and words.
struct Outcome {
    private let status: Int32
    /// What is said about it; nothing where all has been said.
    let text: String?

    /// The end that an error means.
    init(of error: any Error) {
        switch error {
        case let exit as Exit: (status, text) = (exit.status.rawValue, exit.text)
        case let error as WorkLimitError: (status, text) = (error.exit.status.rawValue, error.exit.text)
        case let error as OutputClosed:
            // A reader that has seen enough, as `head`, is no failure.
            guard error.code != EPIPE else {
                (status, text) = (ExitStatus.done.rawValue, nil)
                return
            }
            let reason = SystemMessage.text(of: error.code, in: .current)
            (status, text) = (
                ExitStatus.inputOutput.rawValue, InputMessage.outputFailed.text(in: .current, reason)
            )
        case let error as FileError:
            let said = error.text(in: .current).replacing(error.path, with: TerminalText.escaped(error.path))
            (status, text) = (Self.status(of: error).rawValue, said)
        case let error as ShrinkError: (status, text) = (ExitStatus.badData.rawValue, error.text(in: .current))
        case let error as ProofError: (status, text) = (ExitStatus.software.rawValue, error.text(in: .current))
        case let error as QueryEvaluationError: (status, text) = (error.exit.status.rawValue, error.exit.text)
        case let error as RDFSyntaxError:
            let status = error.problem.isGrowth ? ExitStatus.limit : .badData
            (self.status, text) = (status.rawValue, error.description(in: .current))
        case let error as JSONLDError:
            (status, text) = (Self.status(of: error).rawValue, error.description(in: .current))
        case let error as JSONError: (status, text) = (ExitStatus.badData.rawValue, error.description(in: .current))
        case let error as ResultsSyntaxError:
            (status, text) = (ExitStatus.badData.rawValue, error.description(in: .current))
        case let error as RDFWritingError:
            (status, text) = (ExitStatus.badData.rawValue, error.description(in: .current))
        case let error as CanonicalizationError:
            (status, text) = (ExitStatus.limit.rawValue, error.description(in: .current))
        case let error as ResultsWritingError:
            (status, text) = (ExitStatus.badData.rawValue, error.description(in: .current))
        case let error as RaptorObstacle:
            (status, text) = (ExitStatus.badData.rawValue, error.description(in: .current))
        case let error as StoreError: (status, text) = (ExitStatus.limit.rawValue, error.exit(in: "lys").text)
        case let error as UpdateError: (status, text) = (error.exit.status.rawValue, error.exit.text)
        case let error as QuestionError: (status, text) = (ExitStatus.usage.rawValue, error.text(in: .current))
        default:
            let code = Lys.exitCode(for: error)
            guard code != .failure else {
                // None of the parser's, and none that we know: a mistake of ours, which is said as one.
                (status, text) = (
                    ExitStatus.software.rawValue, InputMessage.unexpected.text(in: .current, String(describing: error))
                )
                return
            }
            let words = Lys.fullMessage(for: error)
            let message =
                CompletionScript.isAsked(in: CommandLine.arguments) && code == .success
                ? CompletionScript.mended(words) : ParserPhrases.text(words, in: .current)
            (status, text) = (code.rawValue, message.isEmpty ? nil : message)
        }
    }

    /// The exit code, where it is one of ours.
    var exitStatus: ExitStatus { ExitStatus(rawValue: status) ?? .badData }

    /// A limit that was reached is told from bad data.
    private static func status(of error: JSONLDError) -> ExitStatus { error.code == .limitExceeded ? .limit : .badData }

    private static func status(of error: FileError) -> ExitStatus {
        switch error.message {
        case .notFound, .cannotRead, .isNoFile, .isSpecial: .noInput
        case .tooLarge: .limit
        case .isNoFolder, .isNoBundle, .isKeepers, .isReadOnly, .isWorkingFolder, .noWorkFolder, .cannotExchange:
            .cannotCreate
        case .cannotWrite, .cannotCarry, .folderIsBusy: .inputOutput
        }
    }

    /// Says what there is to say and ends the process. Help and version are no errors and go to standard output.
    func end() -> Never {
        let isDone = status == ExitStatus.done.rawValue
        do {
            if let text {
                if isDone { try Console.write(Array((text + "\n").utf8)) } else { Console.note(text) }
            }
            if isDone || status == ExitStatus.wanting.rawValue { try Console.finish() }
        } catch {
            let failed = Outcome(of: error)
            if let text = failed.text { Console.note(text) }
            exit(failed.status)
        }
        exit(status)
    }
}
