internal import ByteText
internal import Foundation
internal import Localization
internal import RDFModel
internal import RDFSyntax

// To N-Triples and N-Quads.

extension Conversion {
    /// Converts documents of any format to lines, in constant memory; a canonical document is held whole.
    func convertToLines(_ sources: [Source]) throws -> Result {
        var canonical = CanonicalLines()
        var statements = 0
        func take(_ lines: [UInt8]) throws {
            if options.isCanonical { canonical.append(lines) } else { try output.write(lines) }
        }
        for source in sources {
            if source.document.format.isLineBased {
                statements += try convertLines(of: source, take: take)
            } else {
                let lines = LineSink(format: options.format, flushingAt: 1 << 20) { try take($0) }
                var sink = DocumentSink(lines, namedGraphs: namedGraphs)
                try read(source, into: &sink)
                try sink.output.finish()
                statements += sink.statements
            }
        }
        guard options.isCanonical else {
            return Result(statements: statements, writer: ConvertMessage.nativeWriter.text(in: .current))
        }
        let count = try canonical.write { try output.write($0) }
        return Result(statements: count, writer: ConvertMessage.canonicalWriter.text(in: .current))
    }

    /// Converts lines to lines on all cores, a block a core; they come out in their order.
    private func convertLines(of source: Source, take: @escaping ([UInt8]) throws -> Void) throws -> Int {
        let bytes = try source.open()
        let document = source.document
        let options = document.options(isLenient: options.isLenient)
        let (format, target, namedGraphs, number) = (
            document.format, self.options.format, namedGraphs, source.number
        )
        var statements = 0
        var lines = 0
        var pipeline = OrderedPipeline<BlockOutcome>(cores: ProcessInfo.processInfo.activeProcessorCount) { outcome in
            switch outcome {
            case .converted(let block):
                self.report(
                    InputDocument.Skipped(
                        listed: block.skipped.map { $0.movedDown(by: lines) }, count: block.skippedStatements))
                statements += block.statements
                lines += block.lineCount
                try take(block.bytes)
            case .malformed(let error): throw error.movedDown(by: lines)
            }
        }
        var offset = 0
        try naming(source) {
            var chunks = Chunks(of: bytes)
            while try chunks.next() {
                let end = LineBlock.endOfWholeLines(chunks.bytes.span, isFinal: chunks.isFinal)
                if end > 0 {
                    let block = Array(chunks.bytes[..<end])
                    try pipeline.add { [offset] in
                        do {
                            return .converted(
                                try LineBlock(
                                    converting: block.span, from: format, to: target, offset: offset,
                                    options: options, namedGraphs: namedGraphs, document: number))
                        } catch let error as RDFSyntaxError {
                            return .malformed(error)
                        }
                    }
                    offset += end
                } else if chunks.bytes.count >= options.limits.statementBytes {
                    try pipeline.finish()
                    let place = TextPosition(line: lines, offset: offset)
                    throw RDFSyntaxError(
                        .statementTooLong, arguments: [String(options.limits.statementBytes)], at: place..<place,
                        sourceName: document.path)
                }
                chunks.drop(end)
                show(bytes)
            }
            try pipeline.finish()
        }
        finish(source, bytes)
        return statements
    }

    /// What became of a block: an error has its place counted from the block only.
    private enum BlockOutcome: Sendable {
        case converted(LineBlock)
        case malformed(RDFSyntaxError)
    }
}
