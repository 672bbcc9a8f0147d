internal import ByteText
internal import JSONText
internal import Localization
internal import RDFModel

// Step 6 of the algorithm: nodes that become the inside of values.

extension FromRDF {
    // MARK: Lists

    /// Steps 6.2 to 6.4: collections that nothing else refers to become lists.
    func absorbLists(in graph: inout Graph) {
        var lists: [(cells: [Int], place: Place, end: Value)] = []
        for end in graph.ends {  // 6.4
            var place = end
            var cells: [Int] = []
            // 6.4.3, from the end to the head
            while let next = placeOfCell(at: place, in: graph) {
                cells.append(place.node)
                place = next
            }
            lists.append((cells.reversed(), place, graph[place]))
        }
        for list in lists {
            graph[list.place] = .list(list.cells)
            for cell in list.cells { graph.nodes[cell].isAbsorbed = true }
        }
        // A list whose head stands inside itself hangs from no node: such a knot stays as it was.
        var owner: [Int: Int] = [:]
        for (number, list) in lists.enumerated() {
            for cell in list.cells { owner[cell] = number }
        }
        var isRooted: [Bool?] = Array(repeating: nil, count: lists.count)
        for start in lists.indices where isRooted[start] == nil {
            var path: [Int] = []
            var current: Int? = start
            var answer = true
            var onPath: Set<Int> = []
            while let list = current {
                if let known = isRooted[list] {
                    answer = known
                    break
                }
                guard onPath.insert(list).inserted else {
                    answer = false
                    break
                }
                path.append(list)
                current = owner[lists[list].place.node]
            }
            for list in path { isRooted[list] = answer }
        }
        for (number, list) in lists.enumerated() where isRooted[number] == false {
            graph[list.place] = list.end
            for cell in list.cells { graph.nodes[cell].isAbsorbed = false }
        }
    }

    /// Where the cell is referred to whose `rdf:rest` is at a place; `nil` if there is no well-formed cell.
    private func placeOfCell(at place: Place, in graph: Graph) -> Place? {
        let node = graph.nodes[place.node]
        guard node.isBlank, node.properties.count == 2, isTerm(node.properties[place.property].predicate, RDF.rest),
            isTerm(node.properties[1 - place.property].predicate, RDF.first),
            node.properties.allSatisfy({ $0.values.count == 1 }),
            node.types.isEmpty || node.types.count == 1 && isTerm(node.types[0], RDF.list) && !options.keepsStatements,
            case .once(let reference) = node.references
        else { return nil }
        return reference
    }

    // MARK: Compound literals

    /// Step 6.1
    func absorbCompoundLiterals(in graph: inout Graph) throws(JSONLDError) {
        for position in graph.compoundLiterals {
            let node = graph.nodes[position]
            guard node.isBlank, case .once(let place) = node.references else { continue }
            func text(_ property: IRI) -> JSONValue? {
                let values = node.properties.first { isTerm($0.predicate, property) }?.values
                if case .literal(let literal)? = values?.first { return literal[Keyword.value.rawValue] }
                return nil
            }
            var value = JSONObject(minimumCapacity: 3)
            value[Keyword.value] = text(RDF.value) ?? .null
            if let language = text(RDF.language) {
                guard let tag = language.string, IRIForm.isLanguageTag(tag) else {
                    throw JSONLDError(.invalidLanguageTaggedString, .notALanguageTag, "\(language)")
                }
                value[Keyword.language] = language
            }
            if let direction = text(RDF.direction) {
                guard direction == "ltr" || direction == "rtl" else {
                    throw JSONLDError(.invalidBaseDirection, .notADirection, "\(direction)")
                }
                value[Keyword.direction] = direction
            }
            graph[place] = .literal(.object(value))
            graph.nodes[position].isAbsorbed = true
        }
    }
}
