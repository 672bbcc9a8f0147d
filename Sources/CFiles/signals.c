#define _GNU_SOURCE
#include "signals.h"
#include "folders.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static char doomed_path[4096];
static volatile sig_atomic_t doomed_kind = 0;  // 1 a file, 2 a folder
// The thread that writes what is doomed: only while it is stopped can all of that be removed.
static pthread_t writer;
static volatile sig_atomic_t is_deferred = 0;
static volatile sig_atomic_t waiting_signal = 0;
// The status with which the process is to end, and not by a signal; -1 where there is none.
static volatile sig_atomic_t last_status = -1;

// Calls only what a handler may call.
static void remove_and_end(int number) {
    if (is_deferred) {
        if (last_status < 0) waiting_signal = number;
        return;
    }
    if (doomed_kind != 0 && !pthread_equal(pthread_self(), writer)) {
        pthread_kill(writer, number);
        return;
    }
    if (doomed_kind == 1) unlink(doomed_path);
    if (doomed_kind == 2) lys_remove_tree(doomed_path);
    if (last_status >= 0) _exit(last_status);
    signal(number, SIG_DFL);
    raise(number);
    // Where the signal is blocked in this thread, another one takes it.
    kill(getpid(), number);
}

static void handle(int number) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = remove_and_end;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, NULL);
    // Who blocked it and then started us did so by accident: a program that only ignores it is left alone.
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static void handle_signals(void) {
    const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t index = 0; index < sizeof signals / sizeof *signals; index++) {
        struct sigaction old;
        // Who started us under nohup means it.
        if (sigaction(signals[index], NULL, &old) == 0 && old.sa_handler != SIG_IGN) handle(signals[index]);
    }
}

static void doom(const char *path, int kind) {
    doomed_kind = 0;
    if (path == NULL || strlen(path) >= sizeof doomed_path) return;
    strcpy(doomed_path, path);
    writer = pthread_self();
    doomed_kind = kind;
    handle_signals();
}

void lys_remove_at_signals(const char *path) { doom(path, 1); }

void lys_remove_folder_at_signals(const char *path) { doom(path, 2); }

void lys_end_now(int status) {
    last_status = status;
    if (doomed_kind != 0 && !pthread_equal(pthread_self(), writer)) {
        handle(SIGTERM);
        if (pthread_kill(writer, SIGTERM) == 0) sleep(1);
    }
    if (doomed_kind == 1) unlink(doomed_path);
    if (doomed_kind == 2) lys_remove_tree(doomed_path);
    _exit(status);
}

void lys_defer_signals(void) {
    is_deferred = 1;
    handle_signals();
}

void lys_admit_signals(void) {
    is_deferred = 0;
    if (waiting_signal != 0) remove_and_end(waiting_signal);
}
