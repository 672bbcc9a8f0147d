#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach/mach.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE 2
#endif
#endif

static int close_with(int descriptor, int result) {
    if (close(descriptor) != 0 && result == 0) result = errno;
    return result;
}

int lys_write_all(int descriptor, const void *bytes, size_t count) {
    const char *rest = bytes;
    while (count > 0) {
        ssize_t written = write(descriptor, rest, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        rest += written;
        count -= (size_t)written;
    }
    return 0;
}

int lys_write_synced(const char *path, const void *bytes, size_t count) {
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) return errno;
    int result = lys_write_all(descriptor, bytes, count);
    if (result == 0 && fsync(descriptor) != 0) result = errno;
    return close_with(descriptor, result);
}

int lys_open_plain(int folder, const char *path, int *descriptor, long long *size) {
    struct stat status;
    folder = folder < 0 ? AT_FDCWD : folder;
    // A device may do something when it is opened; a pipe waits, were it not for the flag, should it come in between.
    if (fstatat(folder, path, &status, 0) != 0) return errno;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    if (!S_ISREG(status.st_mode)) return LYS_NOT_PLAIN;
    *descriptor = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (*descriptor < 0) return errno;
    if (fstat(*descriptor, &status) != 0) return close_with(*descriptor, errno);
    if (!S_ISREG(status.st_mode)) return close_with(*descriptor, LYS_NOT_PLAIN);
    *size = (long long)status.st_size;
    return 0;
}

int lys_open_folder(const char *path, int *descriptor) {
    *descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return *descriptor < 0 ? errno : 0;
}

static void set_identity(const struct stat *status, struct lys_identity *identity) {
#ifdef __APPLE__
    const struct timespec changed = status->st_mtimespec, altered = status->st_ctimespec;
#else
    const struct timespec changed = status->st_mtim, altered = status->st_ctim;
#endif
    identity->device = (unsigned long long)status->st_dev;
    identity->number = (unsigned long long)status->st_ino;
    identity->size = (long long)status->st_size;
    identity->changed = (long long)changed.tv_sec * 1000000000 + changed.tv_nsec;
    identity->altered = (long long)altered.tv_sec * 1000000000 + altered.tv_nsec;
}

int lys_identity_of(int folder, const char *path, struct lys_identity *identity) {
    struct stat status;
    if (fstatat(folder < 0 ? AT_FDCWD : folder, path, &status, 0) != 0) return errno;
    set_identity(&status, identity);
    return 0;
}

int lys_identity_of_open(int descriptor, struct lys_identity *identity) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) return errno;
    set_identity(&status, identity);
    return 0;
}

int lys_may_write_in(const char *path) { return access(path, W_OK | X_OK) == 0 ? 0 : errno; }

int lys_open_input(const char *path, int *descriptor, long long *size) {
    *descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (*descriptor < 0) return errno;
    struct stat status;
    int result = fstat(*descriptor, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
    if (result != 0) return close_with(*descriptor, result);
    *size = S_ISREG(status.st_mode) ? (long long)status.st_size : -1;
    return 0;
}

int lys_is_special(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

int lys_open_special(const char *path, int *descriptor) {
    *descriptor = open(path, O_WRONLY | O_CLOEXEC);
    return *descriptor < 0 ? errno : 0;
}

int lys_create_like(const char *path, const char *other, int *descriptor) {
    *descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (*descriptor < 0) return errno;
    struct stat status;
    if (stat(other, &status) != 0) return 0;
    // As far as that is permitted; a group is mostly one's own.
    if (fchown(*descriptor, status.st_uid, status.st_gid) != 0 && fchown(*descriptor, (uid_t)-1, status.st_gid) != 0) {
        errno = 0;
    }
    if (fchmod(*descriptor, status.st_mode & 0777) != 0) {
        int result = errno;
        unlink(path);
        return close_with(*descriptor, result);
    }
    return 0;
}

int lys_sync_and_close(int descriptor) { return close_with(descriptor, fsync(descriptor) != 0 ? errno : 0); }

int lys_sync_folder(const char *path) {
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    // Some file systems cannot sync a folder and say EINVAL; there is nothing better to do there.
    if (fsync(descriptor) != 0 && errno != EINVAL) return close_with(descriptor, errno);
    return close_with(descriptor, 0);
}

int lys_exchange(const char *first, const char *second) {
#if defined(__APPLE__)
    if (renamex_np(first, second, RENAME_SWAP) == 0) return 0;
#elif defined(__linux__)
    if (syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0) return 0;
#else
    return ENOTSUP;
#endif
    return errno == EINVAL || errno == ENOSYS ? ENOTSUP : errno;
}

int lys_lock_folder(const char *path, int *descriptor) {
    *descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*descriptor < 0) return errno;
    if (flock(*descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
    return close_with(*descriptor, errno);
}

int lys_lock_file(const char *path, int *descriptor) {
    // Without waiting, should it be a pipe by now.
    *descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (*descriptor < 0) return errno;
    if (flock(*descriptor, LOCK_EX | LOCK_NB) != 0) return close_with(*descriptor, errno);
    struct stat ours, theirs;
    if (fstat(*descriptor, &ours) != 0 || stat(path, &theirs) != 0) return close_with(*descriptor, errno);
    // Who held the lock may have put another file in its place meanwhile.
    if (ours.st_dev != theirs.st_dev || ours.st_ino != theirs.st_ino) return close_with(*descriptor, EWOULDBLOCK);
    return 0;
}

void lys_unlock(int descriptor) { close(descriptor); }

int lys_terminal_width(int descriptor) {
    if (!isatty(descriptor)) return 0;
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

void lys_open_standard_descriptors(void) {
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
        // The lowest that is free is this one. Opened the wrong way round, so that its use fails as it would have.
        int opened = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
        if (opened >= 0 && opened != descriptor) close(opened);
    }
}

int lys_close_output(void) {
    if (close(STDOUT_FILENO) == 0 || errno == EBADF || errno == EINTR) return 0;
    return errno;
}

void lys_survive_file_size_limit(void) { signal(SIGXFSZ, SIG_IGN); }

long lys_peak_memory(void) {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
#ifdef __APPLE__
    return usage.ru_maxrss / 1024;
#else
    return usage.ru_maxrss;
#endif
}

long lys_memory_in_use(void) {
#if defined(__linux__)
    // Pages: all, those in memory, and those of them that files stand behind.
    char text[128];
    int descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return 0;
    ssize_t count = read(descriptor, text, sizeof text - 1);
    close(descriptor);
    if (count <= 0) return 0;
    text[count] = 0;
    long resident = 0, shared = 0;
    if (sscanf(text, "%*s %ld %ld", &resident, &shared) != 2) return 0;
    return (resident - shared) * sysconf(_SC_PAGESIZE);
#elif defined(__APPLE__)
    task_vm_info_data_t info;
    mach_msg_type_number_t count = TASK_VM_INFO_COUNT;
    if (task_info(mach_task_self(), TASK_VM_INFO, (task_info_t)&info, &count) != KERN_SUCCESS) return 0;
    return (long)info.phys_footprint;
#else
    return 0;
#endif
}

void lys_return_blocks_of(size_t bytes) {
#if defined(__GLIBC__)
    // Left alone, glibc raises the first of these with every block that is freed.
    mallopt(M_MMAP_THRESHOLD, (int)bytes);
    mallopt(M_TRIM_THRESHOLD, (int)(2 * bytes));
#else
    (void)bytes;
#endif
}

long long lys_file_size(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) ? (long long)status.st_size : 0;
}
