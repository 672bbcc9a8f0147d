#define _GNU_SOURCE
#include "threads.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

// What is taken of a stack without a limit: recursion ends before the memory does.
#define MOST_STACK ((size_t)1 << 29)

/// The lowest address of the stack of this thread; 1 where it is not known.
static uintptr_t find_lowest(void) {
#ifdef __APPLE__
    uintptr_t end = (uintptr_t)pthread_get_stackaddr_np(pthread_self());
    size_t size = pthread_get_stacksize_np(pthread_self());
    return end - (size < MOST_STACK ? size : MOST_STACK);
#else
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 1;
    void *address = NULL;
    size_t size = 0;
    int status = pthread_attr_getstack(&attributes, &address, &size);
    pthread_attr_destroy(&attributes);
    if (status != 0 || address == NULL) return 1;
    return (uintptr_t)address + (size < MOST_STACK ? 0 : size - MOST_STACK);
#endif
}

size_t lys_stack_remaining(void) {
    static _Thread_local uintptr_t lowest;
    if (lowest == 0) lowest = find_lowest();
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    return here > lowest ? here - lowest : 0;
}

// A stack is a whole number of pages, whichever size these have.
#define STACK_UNIT ((size_t)1 << 16)
// Smaller stacks are not worth a thread.
#define LEAST_STACK ((size_t)1 << 18)

// What a thread begins with; it lets go of it.
typedef struct {
    void (*function)(void *);
    void *argument;
} work;

static void *run(void *beginning) {
    work own = *(work *)beginning;
    free(beginning);
    own.function(own.argument);
    return NULL;
}

void *lys_thread_start(size_t stack, void (*function)(void *), void *argument) {
    pthread_attr_t attributes;
    pthread_t *id = malloc(sizeof *id);
    work *own = malloc(sizeof *own);
    if (id == NULL || own == NULL || pthread_attr_init(&attributes) != 0) {
        free(id);
        free(own);
        return NULL;
    }
    own->function = function;
    own->argument = argument;
    if (stack < LEAST_STACK) stack = LEAST_STACK;
    stack = (stack + STACK_UNIT - 1) / STACK_UNIT * STACK_UNIT;
    int status = -1;
    while (status != 0 && stack >= LEAST_STACK) {
        status = pthread_attr_setstacksize(&attributes, stack);
        if (status == 0) status = pthread_create(id, &attributes, run, own);
        stack = stack / 2 / STACK_UNIT * STACK_UNIT;
    }
    pthread_attr_destroy(&attributes);
    if (status == 0) return id;
    free(id);
    free(own);
    return NULL;
}

void lys_thread_join(void *handle) {
    pthread_join(*(pthread_t *)handle, NULL);
    free(handle);
}

void lys_thread_detach(void *handle) {
    pthread_detach(*(pthread_t *)handle);
    free(handle);
}
