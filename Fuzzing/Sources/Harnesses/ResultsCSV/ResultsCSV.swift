internal import FuzzingSupport

@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    unsafe Harness.resultsCSV.run(data, count)
}
