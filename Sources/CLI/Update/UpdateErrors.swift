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
                Exit(exit.status, UpdateMessage.loadFailed, document.string, exit.text ?? "")
            default: Exit(.badData, UpdateMessage.loadFailed, document.string, Outcome(of: error).text ?? "")
            }
        case .graphExists(let graph): Exit(.badData, UpdateMessage.graphExists, graph.string)
        case .noSuchGraph(let graph): Exit(.badData, UpdateMessage.noSuchGraph, graph.string)
        }
    }
}
