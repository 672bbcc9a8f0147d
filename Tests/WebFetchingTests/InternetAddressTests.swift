import Localization
import Testing

@testable import WebFetching

/// Which addresses are the internet's, and which lead to this machine or its network, in whatever dress.
@Suite struct InternetAddressTests {
    @Test(arguments: [
        "127.0.0.1", "127.255.0.1", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.1", "172.31.0.1",
        "192.168.1.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "fe80::1",
        "fc00::1", "fd12::1", "ff02::1", "fec0::1",
    ])
    func leadsInside(_ text: String) throws {
        let address = try #require(InternetAddress(text))
        #expect(!address.isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.2.1", "192.167.0.1", "198.20.0.1",
        "223.255.255.255", "2606:4700::1", "2a00::1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::",
    ])
    func leadsOutside(_ text: String) throws {
        let address = try #require(InternetAddress(text))
        #expect(address.isPublic)
        #expect(InternetAddress(address.description) == address)
    }

    @Test(arguments: ["", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "::g"])
    func isNoAddress(_ text: String) { #expect(InternetAddress(text) == nil) }

    @Test(arguments: [
        "http://127.0.0.1:9/", "http://2130706433/", "http://0x7f000001/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0/",
    ])
    func noConnectionIsOpenedInside(_ address: String) {
        let error = #expect(throws: FetchError.self) { try WebClient().get(address, accepting: "*/*") }
        #expect(error?.problem == .addressRefused)
    }

    @Test(arguments: ["file:///etc/hostname", "ftp://1.1.1.1/", "dict://1.1.1.1/", "/etc/hostname", "data:,x"])
    func onlyTheWebIsFetched(_ address: String) {
        let error = #expect(throws: FetchError.self) { try WebClient().get(address, accepting: "*/*") }
        #expect(error?.problem == .notWeb)
    }
}
