public import RDFModel

/// Whether datasets are the same but for the names of their blank nodes.
/// - Spec: <https://www.w3.org/TR/rdf11-concepts/#dfn-dataset-isomorphism>
public enum DatasetIsomorphism {
    /// Compares two datasets; order and duplicates do not count.
    ///
    /// Equal names do not mean equal nodes: `_:a` of the one may be `_:b` of the other.
    /// - Throws: ``CanonicalizationError`` where the blank nodes are too alike to be told apart.
    /// - Complexity: that of ``DatasetPair/areSame(workLimit:)``.
    public static func areIsomorphic(_ left: [Quad], _ right: [Quad]) throws(CanonicalizationError) -> Bool {
        try DatasetPair(old: left, new: right).areSame()
    }

    /// Compares two graphs as ``areIsomorphic(_:_:)-(_,[Quad])`` compares datasets.
    public static func areIsomorphic(_ left: [Triple], _ right: [Triple]) throws(CanonicalizationError) -> Bool {
        try areIsomorphic(left.map { Quad($0) }, right.map { Quad($0) })
    }
}
