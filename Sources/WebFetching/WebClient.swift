internal import CCurl
internal import Localization

/// What a server answered.
public struct WebResponse: Sendable {
    /// Where the answer came from, after redirections.
    public let location: String
    /// The header lines of the last answer, names in lower case.
    public let headers: [(name: String, value: String)]
    /// The content.
    public let bytes: [UInt8]

    /// The values of a header, by its name in lower case.
    public func values(of name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
}

/// How much a fetch may take.
public struct WebLimits: Sendable, Hashable {
    /// How many bytes an answer may have, unpacked; 64 MiB by default.
    public var byteCount = 1 << 26
    /// How many seconds a fetch may take, redirections included; 30 by default.
    public var seconds = 30
    /// How many redirections are followed; 5 by default.
    public var redirections = 5

    /// The defaults.
    public init() {}
}

/// Fetches documents by HTTP and HTTPS, within limits, and from no address of this machine or its network that has not
/// been named.
///
/// Addresses are checked where a connection is opened, so that neither a redirection nor the name of a host leads
/// around the check. Proxies, cookies and passwords of the environment are not used.
public struct WebClient: Sendable {
    private let limits: WebLimits
    private let allowedAddresses: Set<InternetAddress>

    /// A client.
    /// - Parameter allowedAddresses: addresses that are not public but may be connected to.
    public init(limits: WebLimits = WebLimits(), allowedAddresses: Set<InternetAddress> = []) {
        self.limits = limits
        self.allowedAddresses = allowedAddresses
    }

    /// libcurl is set up once for the process; non-zero where it cannot.
    private static let setUp: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// What a server answers with success to a request for an address.
    /// - Throws: ``FetchError``, also where the status is no success.
    public func get(_ address: String, accepting mediaTypes: String) throws(FetchError) -> WebResponse {
        guard address.lowercased().hasPrefix("http://") || address.lowercased().hasPrefix("https://") else {
            throw FetchError(.notWeb)
        }
        guard Self.setUp == CURLE_OK, let handle = unsafe curl_easy_init() else {
            throw FetchError(.transferFailed, "curl_easy_init")
        }
        defer { unsafe curl_easy_cleanup(handle) }
        let headers = unsafe curl_slist_append(nil, "Accept: " + mediaTypes)
        defer { unsafe curl_slist_free_all(headers) }
        let transfer = Transfer(limit: limits.byteCount, allowedAddresses: allowedAddresses)
        // The transfer outlives every callback: it is used after the handle has done its work.
        let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
        var code = CURLE_OK
        let set = { (option: CURLoption, value: Int) in
            if code == CURLE_OK { code = unsafe lys_curl_set_number(handle, option, value) }
        }
        let setText = { (option: CURLoption, value: String) in
            if code == CURLE_OK { code = unsafe lys_curl_set_text(handle, option, value) }
        }
        setText(CURLOPT_URL, address)
        setText(CURLOPT_PROTOCOLS_STR, "http,https")
        setText(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        setText(CURLOPT_USERAGENT, "lys")
        setText(CURLOPT_PROXY, "")
        setText(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 1)
        set(CURLOPT_MAXREDIRS, limits.redirections)
        set(CURLOPT_TIMEOUT_MS, limits.seconds * 1000)
        if code == CURLE_OK { code = unsafe lys_curl_set_headers(handle, headers) }
        if code == CURLE_OK {
            code = unsafe lys_curl_set_handlers(
                handle, context, Transfer.takeContent, Transfer.takeHeader, Transfer.openSocket)
        }
        if code == CURLE_OK { code = unsafe curl_easy_perform(handle) }
        if let refused = transfer.refused, code != CURLE_OK { throw FetchError(.addressRefused, refused.description) }
        guard code == CURLE_OK else { throw error(code, transfer) }
        let status = unsafe lys_curl_status(handle)
        guard (200..<300).contains(status) else { throw FetchError(.status, String(status)) }
        let location = unsafe lys_curl_location(handle).map { unsafe String(cString: $0) }
        return WebResponse(location: location ?? address, headers: transfer.headers, bytes: transfer.bytes)
    }

    /// What a code of libcurl means to a person.
    private func error(_ code: CURLcode, _ transfer: Transfer) -> FetchError {
        switch code {
        case CURLE_WRITE_ERROR where transfer.isTooLarge: FetchError(.tooLarge, String(limits.byteCount))
        case CURLE_OPERATION_TIMEDOUT: FetchError(.tookTooLong, String(limits.seconds))
        case CURLE_TOO_MANY_REDIRECTS: FetchError(.tooManyRedirects, String(limits.redirections))
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT: FetchError(.notWeb)
        case CURLE_COULDNT_RESOLVE_HOST: FetchError(.hostNotFound)
        case CURLE_COULDNT_CONNECT: FetchError(.noConnection)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            FetchError(.noTrust)
        default: FetchError(.transferFailed, unsafe String(cString: curl_easy_strerror(code)))
        }
    }
}

/// One fetch on its way: what has come so far.
private final class Transfer {
    let limit: Int
    let allowedAddresses: Set<InternetAddress>
    var bytes: [UInt8] = []
    var headers: [(name: String, value: String)] = []
    var isTooLarge = false
    /// The last address that was not connected to.
    var refused: InternetAddress?

    init(limit: Int, allowedAddresses: Set<InternetAddress>) {
        self.limit = limit
        self.allowedAddresses = allowedAddresses
    }

    private static func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        unsafe context.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
        unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count).map { $0 }
    }

    static let takeContent: lys_curl_write_handler = { start, size, count, context in
        guard let transfer = unsafe Transfer.transfer(context) else { return 0 }
        guard size * count <= transfer.limit - transfer.bytes.count else {
            transfer.isTooLarge = true
            return 0
        }
        transfer.bytes += unsafe Transfer.bytes(start, size * count)
        return size * count
    }

    static let takeHeader: lys_curl_write_handler = { start, size, count, context in
        guard let transfer = unsafe Transfer.transfer(context) else { return 0 }
        let line = String(decoding: unsafe Transfer.bytes(start, size * count), as: UTF8.self)
        guard transfer.headers.count < 1000 else { return 0 }
        if line.utf8.starts(with: "HTTP/".utf8) {
            // Another answer, after a redirection.
            transfer.headers = []
            transfer.bytes = []
        } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = line[line.utf8.index(after: colon)...]
            transfer.headers.append(
                (line[..<colon].lowercased(), String(value.drop { $0.isWhitespace }).trimmingLineEnd))
        }
        return size * count
    }

    static let openSocket: lys_curl_socket_handler = { context, _, address in
        guard let transfer = unsafe Transfer.transfer(context), let address = unsafe address else {
            return CURL_SOCKET_BAD
        }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            unsafe lys_curl_address_bytes(address, buffer.baseAddress)
        }
        let peer = InternetAddress(Array(bytes.prefix(Int(count))))
        guard count > 0, peer.isPublic || transfer.allowedAddresses.contains(peer) else {
            if count > 0 { transfer.refused = peer }
            return CURL_SOCKET_BAD
        }
        return unsafe lys_curl_open_socket(address)
    }
}

extension String {
    /// The text without the line end and the white space before it.
    fileprivate var trimmingLineEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
