public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A web server on 127.0.0.1 with a few fixed answers, for as long as the value lives.
public final class LocalServer: Sendable {
    /// An answer: the status line's number, the headers and the content.
    public struct Answer: Sendable {
        let status: Int
        let headers: [String]
        let content: Data

        /// Content of a type; `nil` for an answer that names none.
        public init(_ type: String?, _ content: Data, headers: [String] = []) {
            (status, self.content) = (200, content)
            self.headers = headers + (type.map { ["Content-Type: " + $0] } ?? [])
        }

        /// Text of a type.
        public init(_ type: String?, _ text: String, headers: [String] = []) {
            self.init(type, Data(text.utf8), headers: headers)
        }

        /// A redirection.
        public init(redirectingTo place: String) {
            (status, headers, content) = (302, ["Location: " + place], Data())
        }
    }

    /// The address of the server, without a slash at its end.
    public let address: String
    private let socket: Int32

    /// A server that answers by the path of a request, its query not counted; all else is not found.
    public init(_ answers: [String: Answer]) throws {
        #if canImport(Glibc)
            let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let listener = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe bind(listener, generic, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard listener >= 0, bound else { throw CocoaError(.fileReadUnknown) }
        socket = listener
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Self.serve(connection, answers)
                close(connection)
            }
        }
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    private static func serve(_ connection: Int32, _ answers: [String: Answer]) {
        var request = Data()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while request.range(of: Data("\r\n\r\n".utf8)) == nil {
            let count = unsafe recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            request += buffer[..<count]
        }
        let target = String(decoding: request, as: UTF8.self).split(separator: " ").dropFirst().first ?? ""
        let answer = answers[String(target.prefix { $0 != "?" })]
        let head =
            ["HTTP/1.1 \(answer?.status ?? 404) X"] + (answer?.headers ?? [])
            + ["Content-Length: \(answer?.content.count ?? 0)", "Connection: close", "", ""]
        let bytes = Array(Data(head.joined(separator: "\r\n").utf8) + (answer?.content ?? Data()))
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { return }
            sent += count
        }
    }
}
