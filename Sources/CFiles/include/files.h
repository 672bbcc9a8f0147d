// What Swift cannot ask of the operating system by itself: variadic and Linux-only calls.
// Each function returns 0, or the errno of what went wrong.
#ifndef LYS_FILES_H
#define LYS_FILES_H

#include <stddef.h>

/// Writes bytes to an open descriptor, all of them.
int lys_write_all(int descriptor, const void *bytes, size_t count);

/// Writes a new file or empties an old one, and returns only when its bytes are on the disk.
int lys_write_synced(const char *path, const void *bytes, size_t count);

/// What is neither a file nor a folder: a pipe, a socket, a device.
#define LYS_NOT_PLAIN (-1)

/// Opens a plain file for reading without ever waiting; EISDIR for a folder, LYS_NOT_PLAIN for a pipe, a socket or a
/// device. Its size goes to `*size`. The path is relative to an open folder, or to the working folder where that is -1.
int lys_open_plain(int folder, const char *path, int *descriptor, long long *size);

/// Opens a folder, whose files can be opened relative to it whatever its name stands for later.
int lys_open_folder(const char *path, int *descriptor);

/// What tells a state of a file from another file, or from another state of it. Times are in nanoseconds.
struct lys_identity {
    unsigned long long device, number;
    long long size, changed, altered;
};

/// The identity of what a path leads to, relative to an open folder, or to the working folder where that is -1.
int lys_identity_of(int folder, const char *path, struct lys_identity *identity);

/// The identity of what a descriptor has open.
int lys_identity_of_open(int descriptor, struct lys_identity *identity);

/// Whether files can be made and removed in a folder.
int lys_may_write_in(const char *path);

/// Opens what is to be read, a file, a pipe or a device; EISDIR for a folder. Its size goes to `*size`, -1 where it has
/// none.
int lys_open_input(const char *path, int *descriptor, long long *size);

/// How many bytes a file has; 0 for what is no file.
long long lys_file_size(const char *path);

/// Whether a name is that of something that is written to as it is, and not replaced: a pipe or a device.
int lys_is_special(const char *path);

/// Opens a pipe or a device for writing.
int lys_open_special(const char *path, int *descriptor);

/// Creates a file that was not there, with the permissions of another where that exists, and its owner as far as that
/// is permitted.
int lys_create_like(const char *path, const char *other, int *descriptor);

/// Puts the bytes of a file on the disk and closes it.
int lys_sync_and_close(int descriptor);

/// Puts the names in a folder on the disk: after this, files created or renamed in it survive a power cut.
int lys_sync_folder(const char *path);

/// Exchanges what two names stand for in one step; ENOTSUP where the system or the file system cannot.
int lys_exchange(const char *first, const char *second);

/// Takes the advisory lock of a folder without waiting; EWOULDBLOCK where another process holds it. The descriptor,
/// which holds the lock until it is closed or the process ends, goes to `*descriptor`.
int lys_lock_folder(const char *path, int *descriptor);

/// Takes the advisory lock of a file without waiting; EWOULDBLOCK where another process holds it, or has just put
/// another file in its place.
int lys_lock_file(const char *path, int *descriptor);

/// Gives a lock back.
void lys_unlock(int descriptor);

/// Whether a descriptor is a terminal, and then its width in columns; 0 where it is none, 80 where the width is unknown.
int lys_terminal_width(int descriptor);

/// Opens what is closed of standard input, output and error, so that no file gets their numbers and what is meant for
/// them. Reading and writing there goes on to fail.
void lys_open_standard_descriptors(void);

/// Closes standard output, where a file system may tell only then that it has not taken everything.
int lys_close_output(void);

/// Lets a write beyond the limit of file sizes fail with EFBIG, instead of ending the process with a signal.
void lys_survive_file_size_limit(void);

/// The most memory that the process has held at a time, in KiB.
long lys_peak_memory(void);

/// The memory that the process holds now and shares with no other, in bytes; 0 where the system does not say.
long lys_memory_in_use(void);

/// Says how large a block of memory must be to go back to the system as soon as it is freed, where the C library takes
/// advice. Smaller ones are kept, up to twice as much, to be used again.
void lys_return_blocks_of(size_t bytes);

#endif
