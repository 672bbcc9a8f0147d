import RDFSyntax
