#ifndef LYS_CEXPAT_SHIM_H
#define LYS_CEXPAT_SHIM_H

// The guard against entities that grow is declared only for those who say that expat knows document types; every
// build that a distribution ships does.
#ifndef XML_DTD
#define XML_DTD 1
#endif
#include <expat.h>
#include <string.h>
#include <strings.h>

/// Windows-1252, which expat leaves to its users: most of it is ISO-8859-1. For XML_SetUnknownEncodingHandler.
static inline int lys_expat_encoding(void *user_data, const XML_Char *name, XML_Encoding *info) {
    static const int high[32] = {
        0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, -1,     0x017D, -1,     -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178,
    };
    (void)user_data;
    if (strcasecmp(name, "windows-1252") != 0 && strcasecmp(name, "cp1252") != 0) return 0;
    for (int byte = 0; byte < 256; byte++) {
        info->map[byte] = byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
    }
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return 1;
}

#endif
