/// Why a dataset has no canonical form.
public enum CanonicalizationMessage: String, Message, CaseIterable, Hashable {
    case tooMuchWork

    public var texts: Texts {
        switch self {
        case .tooMuchWork:
            Texts(
                fr:
                    "les nœuds anonymes des données n’ont pas pu être distingués en {0} {0:étape|étapes} ; elles sont peut-être faites pour bloquer les programmes ; sinon, nommez les nœuds ou permettez plus d’étapes",
                en:
                    "the blank nodes of the dataset could not be told apart in {0} steps; it may be made to stop programs, else name its nodes or allow more steps"
            )
        }
    }
}
