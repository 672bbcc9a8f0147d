public import ArgumentParser
internal import RDFCanon

extension HashAlgorithm: ExpressibleByArgument {}

extension DifferenceFormat: ExpressibleByArgument {}
