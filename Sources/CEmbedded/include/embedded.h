// The files of `vocab/` and `queries/`, compiled into the program.
//
// SwiftPM's own ways do not serve here: `.embedInCode` takes minutes for 300 kB, and `Bundle.module` ends the process
// once the program has left its build folder.
#ifndef LYS_EMBEDDED_H
#define LYS_EMBEDDED_H

#include <stddef.h>

/// A file: its path from the root of the project, and its bytes, which live as long as the process.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} lys_embedded_file;

/// How many files there are.
size_t lys_embedded_count(void);

/// The file of an index below the count, by path in byte order.
lys_embedded_file lys_embedded_at(size_t index);

#endif
