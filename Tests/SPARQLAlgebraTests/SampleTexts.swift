/// Texts that together hold every construct of the grammar.
enum SampleTexts {
    static let queries = [
        """
        BASE <http://example.org/base/> PREFIX : <http://example.org/> VERSION "1.2"
        SELECT DISTINCT ?s (COUNT(DISTINCT *) AS ?n) (GROUP_CONCAT(?o; SEPARATOR=", \\"") AS ?all) (?n + 1 AS ?m)
        FROM <g1> FROM NAMED <g2>
        WHERE { ?s :p ?o , "a"@en--ltr , "b"@fr-CA , 'c'^^:d , -1.5e3 , .5 , +7 , true ; a :C . }
        GROUP BY ?s (STR(?o) AS ?k) UCASE(?o) HAVING(?n > 1) (SUM(?o) < 3) ORDER BY DESC(?n) ?s AVG(?o) LIMIT 5
        OFFSET 2 VALUES (?s ?k) { (:a UNDEF) (UNDEF "x") }
        """,
        """
        PREFIX : <http://example.org/>
        SELECT * { ?s :p/:q* ?o ; ^:p|(:q/^:r)+ ?u ; !(:a|^:b|a)? ?v ; !:c ?w .
        OPTIONAL { ?s :r ?x FILTER(?x < 3 && BOUND(?o)) } OPTIONAL { { ?s :r ?y FILTER(?y = 1) } }
        MINUS { ?s :m ?m } FILTER NOT EXISTS { ?s :n [ :o () ; :p (1 [] "x") ] }
        { ?s :a 1 } UNION { { ?s :a 2 } UNION { ?s :a 3 } } UNION {}
        GRAPH ?g { ?s ?p ?o2 } SERVICE SILENT <http://example.org/sparql> { ?s :z ?z }
        { SELECT ?s (MAX(?a) AS ?b) { ?s :age ?a } GROUP BY ?s ORDER BY ?b LIMIT 1 VALUES ?s { :x } }
        BIND(IF(?x = 1, COALESCE(?z, "none"), CONCAT("a", STR(?s), "b")) AS ?c)
        VALUES ?k { :a <<( :a :b <<( :c a 1 )>> )>> UNDEF } }
        """,
        """
        PREFIX : <http://example.org/>
        CONSTRUCT { ?s :p [ :q _:x ] ; :r _:x . << ?s :p ?o ~ :id >> :since 1 {| :by ?w |} }
        WHERE { _:a :p ?o . FILTER(?o IN (1, 2, 3) || ?o NOT IN () || !(?o = 4) || -?o + 3 * 2 - 1 / +?o >= -2)
        _:a :q ?s ; :r ?w ~ ?id {| :t <<( ?s :p "z" )>> |} . << ?s :p ?o >> :q << :a :b :c ~ _:r >> .
        BIND(<<( ?s :p ?o )>> AS ?t) FILTER(isTRIPLE(?t) && REGEX(STR(SUBJECT(?t)), "^h", "i") && :f(?t, 1)) }
        """,
        "CONSTRUCT WHERE { ?s <urn:p> [ <urn:q> ?o ] , ( 1 ) ~ {| a ?c |} } LIMIT 3",
        "DESCRIBE ?s <urn:x> WHERE { ?s ?p ?o } HAVING(COUNT(?p) > 2) ORDER BY ?s",
        "DESCRIBE <urn:x>",
        "ASK FROM <urn:g> { { ?s ?p ?o FILTER(?o > 1) } FILTER(?o < 3) { ?s ?p 1 } ?s ?p 2 . { ?s ?p 3 } }",
        "SELECT REDUCED (1 AS ?x) (?x + 1 AS ?y) { { {} } MINUS { ?a ?b ?c } } OFFSET 0",
        "SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o BIND(?o AS ?k) } } } GROUP BY ?s ?k HAVING EXISTS { ?s ?p 1 }",
    ]

    static let updates = [
        """
        PREFIX : <http://example.org/>
        INSERT DATA { :s :p _:a , "x" . GRAPH :g { :s :p _:a . :s :q <<( :a :b _:a )>> } :s :p ( 1 2 ) } ;
        DELETE DATA { GRAPH :g { :s :p 1 } } ;
        DELETE WHERE { ?s :p ?o . GRAPH ?g { ?s :q ?o } } ;
        WITH :g DELETE { ?s :p ?o } INSERT { ?s :p [ :q 1 ] . GRAPH ?g { ?s :r ?o } }
        WHERE { ?s :p ?o ; :g ?g FILTER(?o > 1) } ;
        INSERT {} USING :g USING NAMED :h WHERE {} ;
        LOAD SILENT <http://example.org/a> INTO GRAPH :g ; LOAD <http://example.org/a> ;
        CLEAR ALL ; CLEAR SILENT NAMED ; DROP DEFAULT ; DROP GRAPH :g ; CREATE SILENT GRAPH :h ;
        ADD :a TO DEFAULT ; MOVE SILENT DEFAULT TO GRAPH :b ; COPY GRAPH :a TO :b ;
        """
    ]
}
