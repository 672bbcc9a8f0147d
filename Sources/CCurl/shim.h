#ifndef LYS_CCURL_SHIM_H
#define LYS_CCURL_SHIM_H

// The little of libcurl that we use, with the types that Swift needs: variadic calls become functions with a type each,
// and socket addresses become bytes.

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

/// Takes bytes; answers how many it took, fewer than there are to end the transfer.
typedef size_t (*lys_curl_write_handler)(char *bytes, size_t size, size_t count, void *context);
/// Opens a socket for an address, or answers `CURL_SOCKET_BAD` to refuse it.
typedef curl_socket_t (*lys_curl_socket_handler)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

/// The version that is loaded, in digits and full stops.
static inline const char *lys_curl_loaded_version(void) { return curl_version_info(CURLVERSION_NOW)->version; }

/// Sets an option that is a text, which libcurl copies.
static inline CURLcode lys_curl_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

/// Sets an option that is a number.
static inline CURLcode lys_curl_set_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}

/// Sets the headers of a request, which must outlive it.
static inline CURLcode lys_curl_set_headers(CURL *handle, struct curl_slist *headers) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

/// Sets who takes the content, the header lines, and the decision about addresses.
static inline CURLcode lys_curl_set_handlers(
    CURL *handle, void *context, lys_curl_write_handler content, lys_curl_write_handler header,
    lys_curl_socket_handler socket_handler
) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, content);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, socket_handler);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
    return code;
}

/// The status of the last answer; 0 where there was none.
static inline long lys_curl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/// The address of the last request; null where there was none.
static inline const char *lys_curl_location(CURL *handle) {
    char *text = NULL;
    curl_easy_getinfo(handle, CURLINFO_EFFECTIVE_URL, &text);
    return text;
}

/// Copies the bytes of an internet address, 4 or 16, and answers how many; 0 for an address of another kind.
static inline int lys_curl_address_bytes(const struct curl_sockaddr *address, unsigned char *bytes) {
    if (address->family == AF_INET) {
        memcpy(bytes, &((const struct sockaddr_in *)&address->addr)->sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6) {
        memcpy(bytes, &((const struct sockaddr_in6 *)&address->addr)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

/// Opens the socket that libcurl asks for.
static inline curl_socket_t lys_curl_open_socket(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype, address->protocol);
}

/// Reads the text of an internet address into bytes, 4 or 16, and answers how many; 0 for another text.
static inline int lys_curl_parse_address(const char *text, unsigned char *bytes) {
    if (inet_pton(AF_INET, text, bytes) == 1) return 4;
    if (inet_pton(AF_INET6, text, bytes) == 1) return 16;
    return 0;
}

/// Writes the text of an internet address of 4 or 16 bytes into a buffer of at least 46.
static inline void lys_curl_address_text(const unsigned char *bytes, int count, char *text) {
    text[0] = 0;
    inet_ntop(count == 4 ? AF_INET : AF_INET6, bytes, text, 46);
}

#endif
