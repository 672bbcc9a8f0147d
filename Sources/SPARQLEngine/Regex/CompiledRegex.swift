internal import CPCRE2

/// What came of matching a pattern.
enum RegexOutcome: Hashable {
    /// Somewhere in the text.
    case match
    /// Nowhere.
    case noMatch
    /// The search took more steps or memory than it may.
    case limitReached
}

/// A regular expression of XPath, compiled by PCRE2, with the space that a match needs.
///
/// Matching is bounded in steps, depth and memory, such that no pattern hangs or exhausts the process; a pattern
/// that meets a bound stops the query, which would otherwise silently lack rows. One value serves one query on one thread.
@safe final class CompiledRegex {
    /// The pattern as it was written.
    let source: String
    // Made in `init`, freed in `deinit`, never handed out: whoever holds the object may use them.
    private let code: OpaquePointer
    private let matchData: OpaquePointer
    private let context: OpaquePointer

    /// Steps that one match may take; about a second.
    static let matchLimit: UInt32 = 5_000_000
    /// Backtracking depth of one match.
    static let depthLimit: UInt32 = 250_000
    /// Memory of one match, in KiB.
    static let heapLimit: UInt32 = 64 * 1024

    /// Compiles a pattern.
    /// - Throws: ``XPathRegexError`` where the pattern is not one of XPath, or too large to compile.
    init(_ pattern: String, flags: XPathRegexFlags = []) throws(XPathRegexError) {
        let translated = Array(try XPathRegexTranslator.translate(pattern, flags: flags).utf8)
        var options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_DOLLAR_ENDONLY)
        options |= UInt32(PCRE2_USE_OFFSET_LIMIT)
        options |= UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NEVER_BACKSLASH_C) | UInt32(PCRE2_MATCH_UNSET_BACKREF)
        if flags.contains(.caseInsensitive) { options |= UInt32(PCRE2_CASELESS) }
        if flags.contains(.multiline) { options |= UInt32(PCRE2_MULTILINE) }
        var errorNumber: Int32 = 0
        var errorOffset = 0
        let compiled = unsafe translated.withUnsafeBufferPointer { bytes in
            // An empty array may have no base address, and PCRE2 takes none with a length of 0.
            unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options, &errorNumber, &errorOffset, nil)
        }
        guard let compiled = unsafe compiled else {
            throw XPathRegexError(reason: "the pattern cannot be compiled (\(errorNumber))")
        }
        guard let context = unsafe pcre2_match_context_create_8(nil) else {
            unsafe pcre2_code_free_8(compiled)
            throw XPathRegexError(reason: "no memory for the pattern")
        }
        guard let matchData = unsafe pcre2_match_data_create_from_pattern_8(compiled, nil) else {
            unsafe pcre2_match_context_free_8(context)
            unsafe pcre2_code_free_8(compiled)
            throw XPathRegexError(reason: "no memory for the pattern")
        }
        unsafe pcre2_set_depth_limit_8(context, Self.depthLimit)
        unsafe pcre2_set_heap_limit_8(context, Self.heapLimit)
        // Where machine code cannot be made, the interpreter serves as well.
        _ = unsafe pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
        source = pattern
        unsafe self.code = compiled
        unsafe self.context = context
        unsafe self.matchData = matchData
    }

    deinit {
        unsafe pcre2_match_data_free_8(matchData)
        unsafe pcre2_match_context_free_8(context)
        unsafe pcre2_code_free_8(code)
    }

    /// How many groups the pattern captures.
    var groupCount: Int { unsafe Int(pcre2_get_ovector_count_8(matchData)) - 1 }

    /// Whether the pattern matches somewhere in well-formed UTF-8.
    ///
    /// - Parameter goesOn: Asked where the search takes long, with about the bytes that would have been read meanwhile.
    func match(_ text: Span<UInt8>, goesOn: (Int) -> Bool = { _ in true }) -> RegexOutcome {
        match(text, from: 0, goesOn: goesOn)
    }

    /// Searches from a byte offset; ``range(ofGroup:)`` then tells where.
    func match(
        _ text: Span<UInt8>, from offset: Int, goesOn: (Int) -> Bool = { _ in true }
    ) -> RegexOutcome {
        precondition(offset <= text.count, "a search begins inside its text")
        // PCRE2 counts the steps from each place where a match may begin. So the places are tried in windows, with few
        // steps at first; where these do not do, fewer places are tried with more.
        var (start, stage) = (offset, 0)
        while true {
            let limit = stage == 0 ? max(Self.firstSteps / (text.count + 1), Self.leastSteps) : Self.stages[stage]
            let window = stage == 0 ? Self.firstWindow : max(Self.stepsPerCall / Int(limit), 1)
            let isLast = window >= text.count - start
            unsafe pcre2_set_match_limit_8(context, UInt32(limit))
            // All ones: PCRE2_UNSET.
            unsafe pcre2_set_offset_limit_8(context, isLast ? ~0 : start + window - 1)
            let result = search(text, from: start)
            if result >= 0 { return .match }
            switch result {
            case PCRE2_ERROR_NOMATCH:
                if isLast { return .noMatch }
                start += window
                while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
                stage = max(stage - 1, 0)
            case PCRE2_ERROR_MATCHLIMIT where stage + 1 < Self.stages.count: stage += 1
            default: return .limitReached
            }
            guard goesOn(Self.bytesPerCall) else { return .limitReached }
        }
    }

    /// Steps from one place by stage; the first depends on the length of the text.
    private static let stages = [0, 50_000, 500_000, Int(matchLimit)]
    /// Steps from all places of a text in the first stage.
    private static let firstSteps = 1 << 16
    private static let leastSteps = 128
    /// Places that are tried together in the first stage.
    private static let firstWindow = 8192
    /// Steps of one call in later stages: some milliseconds.
    private static let stepsPerCall = 2_000_000
    /// Bytes that are read in the time of such a call.
    private static let bytesPerCall = 1 << 18

    private func search(_ text: Span<UInt8>, from offset: Int) -> Int32 {
        let options = UInt32(PCRE2_NO_UTF_CHECK)
        var result = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe pcre2_match_8(code, bytes.baseAddress, bytes.count, offset, options, matchData, context)
        }
        if result == PCRE2_ERROR_JIT_STACKLIMIT {
            // The stack of the machine code is small; the interpreter has the heap.
            result = unsafe text.withUnsafeBufferPointer { bytes in
                unsafe pcre2_match_8(
                    code, bytes.baseAddress, bytes.count, offset, options | UInt32(PCRE2_NO_JIT), matchData, context)
            }
        }
        return result
    }

    /// Where a group of the last match stands, in bytes; `nil` if it took no part.
    func range(ofGroup group: Int) -> Range<Int>? {
        precondition(group >= 0 && group <= groupCount, "a group of the pattern")
        // The vector holds two offsets for each group, and the group is in bounds.
        guard let vector = unsafe pcre2_get_ovector_pointer_8(matchData) else { return nil }
        let (start, end) = unsafe (vector[2 * group], vector[2 * group + 1])
        // PCRE2_UNSET is all ones.
        guard start != Int.max, start != -1, start <= end else { return nil }
        return start..<end
    }
}
