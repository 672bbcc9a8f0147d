#define _GNU_SOURCE
#include "signals.h"
#include "folders.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static char doomed_path[4096];
static volatile sig_atomic_t doomed_kind = 0;  // 1 a file, 2 a folder
static volatile sig_atomic_t is_deferred = 0;
static volatile sig_atomic_t waiting_signal = 0;

// Calls only what a handler may call.
static void remove_and_end(int number) {
    if (is_deferred) {
        waiting_signal = number;
        return;
    }
    if (doomed_kind == 1) unlink(doomed_path);
    if (doomed_kind == 2) lys_remove_tree(doomed_path);
    signal(number, SIG_DFL);
    raise(number);
}

void lys_end_now(int status) {
    // The steps that signals wait for are few and quick; this waits for them as well.
    while (is_deferred) usleep(1000);
    if (doomed_kind == 1) unlink(doomed_path);
    if (doomed_kind == 2) lys_remove_tree(doomed_path);
    _exit(status);
}

static void handle_signals(void) {
    const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t index = 0; index < sizeof signals / sizeof *signals; index++) {
        struct sigaction action;
        // Who started us under nohup means it.
        if (sigaction(signals[index], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
        memset(&action, 0, sizeof action);
        action.sa_handler = remove_and_end;
        action.sa_flags = SA_RESTART;
        sigaction(signals[index], &action, NULL);
    }
}

static void doom(const char *path, int kind) {
    doomed_kind = 0;
    if (path == NULL || strlen(path) >= sizeof doomed_path) return;
    strcpy(doomed_path, path);
    doomed_kind = kind;
    handle_signals();
}

void lys_remove_at_signals(const char *path) { doom(path, 1); }

void lys_remove_folder_at_signals(const char *path) { doom(path, 2); }

void lys_defer_signals(void) {
    is_deferred = 1;
    handle_signals();
}

void lys_admit_signals(void) {
    is_deferred = 0;
    if (waiting_signal != 0) remove_and_end(waiting_signal);
}
