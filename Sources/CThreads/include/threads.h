#ifndef LYS_THREADS_H
#define LYS_THREADS_H

#include <stddef.h>

/// How many bytes of the calling thread's stack lie below the caller; a very large number where the system does not
/// tell. The end of a stack is asked for once a thread: on Linux that reads a file of the system.
size_t lys_stack_remaining(void);

/// Begins a thread that calls a function with an argument, with so many bytes of stack or, where the address space is
/// limited, down to a quarter of a megabyte. Its handle goes to `lys_thread_join`; NULL where there is no room for a thread.
void *lys_thread_start(size_t stack, void (*function)(void *), void *argument);

/// Waits for the end of a thread, and lets go of its handle.
void lys_thread_join(void *thread);

/// Lets go of a thread's handle without waiting.
void lys_thread_detach(void *thread);

#endif
