// The front door: one import for what a program does with linked data most of the time.
//
// What a program meets in the signatures below is had without a second import; the modules behind it stay closed until
// they are asked for by name.
@_exported public import protocol JSONLD.DocumentLoader
@_exported public import struct JSONLD.MemoryLoader
@_exported public import struct JSONLD.RefusingLoader
@_exported public import JSONText
@_exported public import RDFModel
@_exported public import enum RDFSyntax.RDFFormat
@_exported public import struct SPARQLEngine.QueryLimits
@_exported public import protocol SPARQLEngine.SolutionValue
