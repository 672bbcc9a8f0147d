#define _GNU_SOURCE
#include "folders.h"
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#endif

// Folders inside each other: each takes a frame of about two KiB of the stack.
enum { DEEPEST = 96 };

static int keep_first(int result, int later) { return result != 0 ? result : later; }

static int is_name(const char *name) { return strcmp(name, ".") != 0 && strcmp(name, "..") != 0; }

static int open_folder_at(int folder, const char *name) {
    return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

// MARK: Removing

static int remove_at(int folder, const char *name, dev_t device, int depth);

#ifdef __linux__
// As the kernel hands entries out; the C library's reader of folders takes memory, which a handler of signals must not.
struct entry {
    unsigned long long number;
    long long offset;
    unsigned short length;
    unsigned char kind;
    char name[];
};

static int remove_contents(int folder, dev_t device, int depth) {
    _Alignas(struct entry) char buffer[1024];
    int result = 0, removed = 1;
    // What is removed while a folder is read may make it skip others, so it is read again until nothing went.
    while (removed) {
        removed = 0;
        result = 0;
        if (lseek(folder, 0, SEEK_SET) != 0) return errno;
        for (;;) {
            long count = syscall(SYS_getdents64, folder, buffer, sizeof buffer);
            if (count < 0) return errno;
            if (count == 0) break;
            for (long place = 0; place < count;) {
                struct entry *entry = (struct entry *)(buffer + place);
                place += entry->length;
                if (!is_name(entry->name)) continue;
                int code = remove_at(folder, entry->name, device, depth);
                removed |= code == 0;
                result = keep_first(result, code);
            }
        }
    }
    return result;
}
#else
static int remove_contents(int folder, dev_t device, int depth) {
    int copy = dup(folder);
    DIR *reader = copy < 0 ? NULL : fdopendir(copy);
    if (reader == NULL) return errno;
    int result = 0;
    struct dirent *entry;
    while ((entry = readdir(reader)) != NULL) {
        if (is_name(entry->d_name)) result = keep_first(result, remove_at(folder, entry->d_name, device, depth));
    }
    closedir(reader);
    return result;
}
#endif

static int remove_at(int folder, const char *name, dev_t device, int depth) {
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return errno;
    if (!S_ISDIR(status.st_mode)) return unlinkat(folder, name, 0) == 0 ? 0 : errno;
    if (depth == 0) return ELOOP;
    if (status.st_dev != device) return EXDEV;
    // A folder of ours that is read-only is made so that it can be emptied.
    if ((status.st_mode & S_IRWXU) != S_IRWXU) fchmodat(folder, name, status.st_mode | S_IRWXU, 0);
    int inside = open_folder_at(folder, name);
    if (inside < 0) return errno;
    int result = remove_contents(inside, device, depth - 1);
    close(inside);
    if (unlinkat(folder, name, AT_REMOVEDIR) != 0) result = keep_first(result, errno);
    return result;
}

int lys_remove_tree(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) return errno == ENOENT ? 0 : errno;
    return remove_at(AT_FDCWD, path, status.st_dev, DEEPEST);
}

// MARK: Carrying

// Calls a function for each name in a folder.
static int for_each(int folder, int (*body)(int, const char *, int, int), int other, int depth) {
    int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *reader = copy < 0 ? NULL : fdopendir(copy);
    if (reader == NULL) {
        int code = errno;
        if (copy >= 0) close(copy);
        return code;
    }
    int result = 0;
    struct dirent *entry;
    while ((entry = readdir(reader)) != NULL) {
        if (is_name(entry->d_name)) result = keep_first(result, body(folder, entry->d_name, other, depth));
    }
    closedir(reader);
    return result;
}

static void take_times(const struct stat *status, struct timespec times[2]) {
#ifdef __APPLE__
    times[0] = status->st_atimespec;
    times[1] = status->st_mtimespec;
#else
    times[0] = status->st_atim;
    times[1] = status->st_mtim;
#endif
}

// Owner, permissions and times of what is open; an owner that may not be given is left.
static void dress(int descriptor, const struct stat *status) {
    if (fchown(descriptor, status->st_uid, status->st_gid) != 0) {
        if (fchown(descriptor, (uid_t)-1, status->st_gid) != 0) errno = 0;
    }
    fchmod(descriptor, status->st_mode & 07777);
    struct timespec times[2];
    take_times(status, times);
    futimens(descriptor, times);
}

static int copy_bytes(int from, int to) {
    char buffer[1 << 14];
    for (;;) {
        ssize_t count = read(from, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return count == 0 ? 0 : errno;
        int code = lys_write_all(to, buffer, (size_t)count);
        if (code != 0) return code;
    }
}

static int copy_file(int folder, const char *name, int other, const struct stat *status) {
    int from = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (from < 0) return errno;
    int to = openat(other, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (to < 0) {
        int code = errno;
        close(from);
        return code;
    }
    int result = copy_bytes(from, to);
    dress(to, status);
    if (fsync(to) != 0) result = keep_first(result, errno);
    if (close(to) != 0) result = keep_first(result, errno);
    close(from);
    if (result != 0) unlinkat(other, name, 0);
    return result;
}

static int copy_link(int folder, const char *name, int other, const struct stat *status) {
    char target[4096];
    ssize_t length = readlinkat(folder, name, target, sizeof target - 1);
    if (length < 0) return errno;
    target[length] = 0;
    if (symlinkat(target, other, name) != 0) return errno;
    struct timespec times[2];
    take_times(status, times);
    if (fchownat(other, name, status->st_uid, status->st_gid, AT_SYMLINK_NOFOLLOW) != 0) errno = 0;
    utimensat(other, name, times, AT_SYMLINK_NOFOLLOW);
    return 0;
}

static int carry_at(int folder, const char *name, int other, int depth) {
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT ? 0 : errno;
    int result = 0;
    if (!S_ISDIR(status.st_mode)) {
        if (linkat(folder, name, other, name, 0) == 0) return 0;
        if (S_ISREG(status.st_mode)) result = copy_file(folder, name, other, &status);
        else if (S_ISLNK(status.st_mode)) result = copy_link(folder, name, other, &status);
        else if (S_ISFIFO(status.st_mode)) result = mkfifoat(other, name, status.st_mode & 0777) == 0 ? 0 : errno;
        else result = EACCES;
    } else {
        if (depth == 0) return ELOOP;
        int from = open_folder_at(folder, name);
        if (from < 0) {
            result = errno;
        } else if (mkdirat(other, name, 0700) != 0) {
            result = errno;
        } else {
            int to = open_folder_at(other, name);
            result = to < 0 ? errno : for_each(from, carry_at, to, depth - 1);
            if (to >= 0) {
                dress(to, &status);
                if (fsync(to) != 0 && errno != EINVAL) result = keep_first(result, errno);
                close(to);
            }
        }
        if (from >= 0) close(from);
    }
    // It is moved when the folders have been exchanged; only the owner of a folder may do that with one.
    return !S_ISDIR(status.st_mode) && (result == EACCES || result == EPERM) ? 0 : result;
}

// The folder in which a path ends, and its last name.
static int open_parent(const char *path, const char **name) {
    const char *slash = strrchr(path, '/');
    *name = slash == NULL ? path : slash + 1;
    if (slash == NULL) return open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    char *parent = strndup(path, slash == path ? 1 : (size_t)(slash - path));
    if (parent == NULL) return -1;
    int descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(parent);
    return descriptor;
}

int lys_carry(const char *path, const char *other) {
    const char *name, *same_name;
    int from = open_parent(path, &name);
    if (from < 0) return errno;
    int to = open_parent(other, &same_name);
    int result = to < 0 ? errno : carry_at(from, name, to, DEEPEST);
    if (to >= 0) close(to);
    close(from);
    return result;
}

// MARK: Draining

static int is_same(const struct stat *one, const struct stat *other) {
    if (one->st_dev == other->st_dev && one->st_ino == other->st_ino) return 1;
    struct timespec times[2], others[2];
    take_times(one, times);
    take_times(other, others);
    return (one->st_mode & S_IFMT) == (other->st_mode & S_IFMT) && one->st_size == other->st_size
           && times[1].tv_sec == others[1].tv_sec && times[1].tv_nsec == others[1].tv_nsec;
}

static int drain_at(int folder, const char *name, int other, int depth) {
    struct stat status, there;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT ? 0 : errno;
    int is_missing = fstatat(other, name, &there, AT_SYMLINK_NOFOLLOW) != 0;
    if (!is_missing && S_ISDIR(status.st_mode)) {
        if (depth == 0 || !S_ISDIR(there.st_mode)) return EEXIST;
        if ((status.st_mode & S_IRWXU) != S_IRWXU) fchmodat(folder, name, status.st_mode | S_IRWXU, 0);
        int from = open_folder_at(folder, name), to = open_folder_at(other, name);
        int result = from < 0 || to < 0 ? errno : for_each(from, drain_at, to, depth - 1);
        if (from >= 0) close(from);
        if (to >= 0) close(to);
        if (unlinkat(folder, name, AT_REMOVEDIR) != 0) result = keep_first(result, errno);
        return result;
    }
    if (!is_missing && is_same(&status, &there)) return unlinkat(folder, name, 0) == 0 ? 0 : errno;
    // Written anew after it was carried over, or not there yet: this is the later one.
    if (!is_missing && S_ISDIR(there.st_mode)) return EEXIST;
    return renameat(folder, name, other, name) == 0 ? 0 : errno;
}

int lys_drain_folder(const char *path, const char *other) {
    int from = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (from < 0) return errno;
    int to = open(other, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = to < 0 ? errno : for_each(from, drain_at, to, DEEPEST);
    if (to >= 0) close(to);
    close(from);
    return result;
}

void lys_take_after(const char *path, const char *other) {
    struct stat status, own;
    if (stat(other, &status) != 0 || stat(path, &own) != 0) return;
    if (status.st_uid != own.st_uid || status.st_gid != own.st_gid) {
        if (chown(path, status.st_uid, status.st_gid) != 0 && chown(path, (uid_t)-1, status.st_gid) != 0) errno = 0;
    }
    chmod(path, status.st_mode & 07777);
}
