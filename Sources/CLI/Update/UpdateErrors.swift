internal import Localization
internal import RDFModel
internal import RDFSyntax
internal import SPARQLEngine

extension UpdateError {
    /// How a run ends that this stops.
    var exit: Exit {
        switch self {
        case .loadRefused(let document): Exit(.usage, UpdateMessage.loadRefused, document.string)
        case .load(let document, let error):
            switch error {
            // A limit of the update, as of any pattern in it.
            case let error as QueryEvaluationError: error.exit
            case let exit as Exit:
                Exit(exit.status, text: Self.loadFailed(document, exit.text))
            default:
                Exit(Outcome(of: error).exitStatus, text: Self.loadFailed(document, Outcome(of: error).text))
            }
        case .graphExists(let graph): Exit(.badData, UpdateMessage.graphExists, graph.string)
        case .noSuchGraph(let graph): Exit(.badData, UpdateMessage.noSuchGraph, graph.string)
        }
    }

    /// Why a document was not loaded; the reason may have several lines.
    private static func loadFailed(_ document: IRI, _ reason: String?) -> String {
        UpdateMessage.loadFailed.text(in: .current, document.string, reason ?? "")
    }
}
